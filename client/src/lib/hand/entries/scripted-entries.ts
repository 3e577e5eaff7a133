import type { KeptEntry } from "./entry.ts";

/** For tests: an entry as it is kept, with an id that its number tells. */
export function entryOf(number: number, said: Partial<KeptEntry> = {}): KeptEntry {
  return {
    number,
    externalId: `entry-${number}`,
    userId: "maria",
    sessionId: "count",
    locationId: "bin",
    lineKey: "item wheel",
    lineId: "line",
    itemId: "wheel",
    lotCode: null,
    rawScan: null,
    mode: "ADD",
    quantity: null,
    unitCode: null,
    factor: "1",
    serials: [],
    reason: null,
    note: null,
    voids: null,
    countedAt: new Date(Date.UTC(2026, 10, 21, 10, 0, number)).toISOString(),
    clockOffsetMs: 0,
    pageId: "page",
    state: "WAITING",
    rejection: null,
    ...said,
  };
}
