import type { EntryTarget, KeptEntry } from "../entries/entry.ts";
import { unknownScanKey } from "../entries/line-key.ts";
import type { EntryContent } from "../entries/make-entry.ts";
import { quantityOf, standingEntries, type OwnTally } from "../entries/own-tally.ts";
import { addDecimals, compareDecimals } from "#lib/shared/text/decimal.ts";
import { countWords } from "./count-words.ts";
import type { CountingPlace } from "./counting-place.svelte.ts";
import type { HandLine } from "./hand-line.ts";
import type { PlaceRow } from "./place-rows.ts";

/** A draft for each entry that counts: none of them does afterwards. */
function takenBack(
  target: EntryTarget,
  entries: readonly KeptEntry[],
): [EntryTarget, EntryContent][] {
  return entries.map(({ externalId }) => [target, { mode: "VOID", voids: externalId }]);
}

export function tallyOf(place: CountingPlace, key: string): OwnTally {
  return place.rows.find((row) => row.key === key)?.tally ?? { kind: "BLANK" };
}

export interface Seen {
  note?: string | null;
  quantity: string | null;
  unitCode: string | null;
  factor: string;
  serials: readonly string[];
}

export const oneOf = (unitCode: string | null, factor: string): Seen => ({
  ...{ quantity: "1", unitCode, factor, serials: [] },
});

/** Another part of the place. */
export async function add(place: CountingPlace, line: HandLine, seen: Seen): Promise<string> {
  place.takeInHand(line);
  await place.keep([[place.targetOf(line), { mode: "ADD", ...seen }]]);
  const tally = tallyOf(place, line.key);
  return tally.kind === "COUNTED" ? tally.quantity : "0";
}

/** What was typed is all that lies here, whatever was counted before. */
export async function set(place: CountingPlace, line: HandLine, seen: Seen): Promise<void> {
  const wasCounted = tallyOf(place, line.key).kind === "COUNTED";
  const mode = wasCounted ? ("REPLACE" as const) : ("ADD" as const);
  await place.keep([[place.targetOf(line), { mode, ...seen }]]);
  const tally = tallyOf(place, line.key);
  const at = place.entries.at(-1)?.countedAt ?? "";
  const isZero = tally.kind === "COUNTED" && compareDecimals(tally.quantity, "0") === 0;
  const title = tally.kind === "COUNTED" ? countWords.set(tally.quantity) : "";
  place.tell("ACCEPT", isZero ? countWords.zero : title, countWords.setDetail(at));
}

/** Looked for, and not there: a count, and not a blank. */
export async function setZero(place: CountingPlace, line: HandLine): Promise<void> {
  if (!place.count.options.allowsZero) {
    place.tell("REFUSE", countWords.noZero, countWords.noZeroDetail);
    return;
  }
  await set(place, line, { quantity: "0", unitCode: null, factor: "1", serials: [] });
}

/** One less: takes the last single one back, or puts one less in its place. */
export async function takeOneOff(place: CountingPlace, line: HandLine): Promise<void> {
  const tally = tallyOf(place, line.key);
  if (tally.kind !== "COUNTED" || compareDecimals(tally.quantity, "1") < 0) {
    place.tell("REFUSE", countWords.nothingLess, countWords.nothingLessDetail);
    return;
  }
  const last = tally.parts.at(-1);
  if (last?.mode === "ADD" && quantityOf(last) === "1") return takeBack(place, last);
  const quantity = addDecimals(tally.quantity, "-1");
  await set(place, line, { quantity, unitCode: null, factor: "1", serials: [] });
}

export async function takeBack(place: CountingPlace, entry: KeptEntry): Promise<void> {
  await place.keep(takenBack(entry, [entry]));
  const what = entry.mode === "SKIP" ? countWords.skipped : quantityOf(entry);
  place.tell("ACCEPT", countWords.undone, countWords.undoneDetail(what));
}

/** The last thing that still says something here, whatever it was. */
export async function undo(place: CountingPlace): Promise<void> {
  const last = standingEntries(place.entries).at(-1);
  if (!last) {
    place.tell("CHECK", countWords.nothingToUndo, countWords.nothingToUndoDetail);
    return;
  }
  const row = place.rows.find(({ key }) => key === last.lineKey);
  if (row?.line) place.takeInHand(row.line);
  await takeBack(place, last);
}

/** Left out on purpose: what had been counted of it counts no more. */
export async function skip(
  place: CountingPlace,
  line: HandLine,
  { reason, mode = "SKIP" }: { reason: string; mode?: "SKIP" | "NOT_ACCESSIBLE" },
): Promise<void> {
  const target = place.targetOf(line);
  const row = place.rows.find(({ key }) => key === line.key);
  const counted = standingEntries(row?.entries ?? []);
  await place.keep([...takenBack(target, counted), [target, { mode, reason }]]);
  place.tell("CHECK", countWords.skipped, countWords.skippedDetail(reason));
}

/** Everything that was entered for a line is taken back: it is blank again. */
export async function remove(place: CountingPlace, row: PlaceRow): Promise<void> {
  const [first] = row.entries;
  if (first) await place.keep(takenBack(first, standingEntries(row.entries)));
}

/** Puts back what was removed, as one entry. */
export async function restore(place: CountingPlace, row: PlaceRow, tally: OwnTally): Promise<void> {
  const [first] = row.entries;
  if (!first) return;
  if (tally.kind === "SKIPPED" || tally.kind === "NOT_ACCESSIBLE")
    await place.keep([[first, { mode: tally.entry.mode, reason: tally.reason }]]);
  if (tally.kind !== "COUNTED") return;
  const { quantity, serials } = tally;
  const seen = serials.length > 0 ? { serials } : { quantity };
  await place.keep([[first, { mode: "ADD", ...seen }]]);
}

/** A scan that nobody knew: kept as it was read, for a supervisor to find out. */
export async function keepUnlisted(
  place: CountingPlace,
  code: string,
  { quantity, note }: { quantity: string; note: string | null },
): Promise<void> {
  const { count, where } = place;
  const target: EntryTarget = {
    ...{ sessionId: count.id, locationId: where.id, lineKey: unknownScanKey(code) },
    ...{ lineId: null, itemId: null, lotCode: null, rawScan: code },
  };
  await place.keep([[target, { mode: "ADD", quantity, note }]]);
  place.tell("CHECK", countWords.unlisted, countWords.unlistedDetail);
}
