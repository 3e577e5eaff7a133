/** A device that holds entries which the server has not seen. */
export interface UnsentDevice {
  userName: string;
  deviceName: string;
  unsentCount: number;
}

/** "Maria, Zebra 3 (3 entries)", for the sentence that refuses to close without them. */
export function namesOf(devices: readonly UnsentDevice[]): string {
  return devices
    .map(({ userName, deviceName, unsentCount }) => {
      const entries = unsentCount === 1 ? "1 entry" : `${unsentCount} entries`;
      return `${userName}, ${deviceName} (${entries})`;
    })
    .join("; ");
}
