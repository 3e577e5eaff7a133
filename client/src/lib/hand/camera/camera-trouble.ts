/** Why there is no picture. */
export type CameraTrouble = "REFUSED" | "NONE" | "BUSY" | "INSECURE" | "NO_DECODER";

/** From what a browser throws; each has its own remedy, and so its own sentence. */
export function cameraTroubleOf(thrown: unknown): CameraTrouble {
  switch (thrown instanceof Error ? thrown.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "REFUSED";
    case "NotReadableError":
    case "AbortError":
      return "BUSY";
    default:
      return "NONE";
  }
}
