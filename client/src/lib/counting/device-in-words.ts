import { formatAgo, formatSpan } from "#lib/shared/text/span.ts";
import type { CrewDevice } from "./count-session.ts";

/** What is known of a counter's device, as short parts of a sentence. */
export function deviceInWords(device: CrewDevice, now = Date.now()): string[] {
  const { deviceName, unsentCount, lastScanAt, offlineSince, excludedReason } = device;
  return [
    deviceName,
    offlineSince ? `offline for ${formatSpan(Math.max(0, now - Date.parse(offlineSince)))}` : "",
    unsentCount > 0 ? `${unsentCount} unsent` : "nothing unsent",
    lastScanAt ? `last scan ${formatAgo(lastScanAt, now)}` : "no scan yet",
    excludedReason === null ? "" : `left out: ${excludedReason}`,
  ].filter(Boolean);
}
