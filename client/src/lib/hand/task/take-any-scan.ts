import type { Scan } from "../scanning/scan-source.ts";
import { countWords } from "./count-words.ts";
import type { CountingPlace } from "./counting-place.svelte.ts";
import type { Leads } from "./take-scan.ts";

let reading: Promise<typeof import("./take-scan.ts")> | undefined;

/** What reads scans is fetched once the first screen stands. */
export function fetchScanReading() {
  reading ??= import("./take-scan.ts").then(async (module) => {
    await module.getReady();
    return module;
  });
  // Without a network and a worker it is missed: the next scan asks for it again.
  reading.catch(() => (reading = undefined));
  return reading;
}

/** A scan that is faster than that waits for it, and the ones behind it in their order. */
export async function takeAnyScan(place: CountingPlace, scan: Scan, leads: Leads): Promise<void> {
  const read = await fetchScanReading().catch(() => undefined);
  if (!read) return place.tell("REFUSE", countWords("scanAgain"), countWords("scanAgainDetail"));
  try {
    await read.takeScan(place, scan, leads);
  } catch (thrown) {
    console.warn(thrown);
    place.tell("REFUSE", countWords("notKept"), countWords("notKeptDetail"));
  }
}
