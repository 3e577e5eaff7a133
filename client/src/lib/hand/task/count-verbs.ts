import type { EntryTarget, KeptEntry } from "../entries/entry.ts";
import { tagsKey, unknownScanKey } from "../entries/line-key.ts";
import { numberOf, timeOf } from "#lib/shared/language/formats.ts";
import { quantityOf, standingEntries, type OwnTally } from "../entries/own-tally.ts";
import { addDecimals, compareDecimals } from "#lib/shared/text/decimal.ts";
import { broughtBack, type Draft } from "./brought-back.ts";
import { countWords } from "./count-words.ts";
import type { CountingPlace } from "./counting-place.svelte.ts";
import type { HandLine } from "./hand-line.ts";
import type { PlaceRow } from "./place-rows.ts";
import { undoReset, waysBack } from "./reset-place.ts";
import { reasonInWords } from "./skip-words.ts";

/** A draft for each entry that counts: none of them does afterwards. */
function takenBack(target: EntryTarget, entries: readonly KeptEntry[]): Draft[] {
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
  const title =
    tally.kind === "COUNTED" ? countWords("set", { total: numberOf(tally.quantity) }) : "";
  place.tell(
    "ACCEPT",
    isZero ? countWords("zero") : title,
    countWords("setAt", { time: timeOf(at) }),
  );
}

/** Looked for, and not there: a count, and not a blank. */
export async function setZero(place: CountingPlace, line: HandLine): Promise<void> {
  if (!place.count.options.allowsZero) {
    place.tell("REFUSE", countWords("noZero"), countWords("noZeroDetail"));
    return;
  }
  await set(place, line, { quantity: "0", unitCode: null, factor: "1", serials: [] });
}

/** One less: takes the last single one back, or puts one less in its place. */
export async function takeOneOff(place: CountingPlace, line: HandLine): Promise<void> {
  const tally = tallyOf(place, line.key);
  if (tally.kind !== "COUNTED" || compareDecimals(tally.quantity, "1") < 0) {
    place.tell("REFUSE", countWords("nothingLess"), countWords("nothingLessDetail"));
    return;
  }
  const last = tally.parts.at(-1);
  if (last?.mode === "ADD" && quantityOf(last) === "1") return takeBack(place, last);
  const quantity = addDecimals(tally.quantity, "-1");
  await set(place, line, { quantity, unitCode: null, factor: "1", serials: [] });
}

export async function takeBack(place: CountingPlace, entry: KeptEntry): Promise<void> {
  await place.keep(takenBack(entry, [entry]));
  const what = entry.mode === "SKIP" ? countWords("skipped") : numberOf(quantityOf(entry));
  place.tell("ACCEPT", countWords("undone"), countWords("undoneDetail", { what }));
}

/** One piece was not there after all; what was entered together with it stays. */
export async function takePieceBack(
  place: CountingPlace,
  line: HandLine,
  tally: OwnTally,
  serial: string,
): Promise<void> {
  if (tally.kind !== "COUNTED") return;
  const entry = tally.parts.find(({ serials }) => serials.includes(serial));
  if (!entry) return;
  if (entry.serials.length === 1) return takeBack(place, entry);
  const serials = tally.serials.filter((each) => each !== serial);
  await set(place, line, { quantity: null, unitCode: null, factor: "1", serials });
}

/** The last thing that still says something here, whatever it was. */
export async function undo(place: CountingPlace): Promise<void> {
  const last = standingEntries(place.entries).at(-1);
  if (!last && waysBack(place).length > 0) return undoReset(place);
  if (!last) {
    place.tell("CHECK", countWords("nothingToUndo"), countWords("nothingToUndoDetail"));
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
  place.tell(
    "CHECK",
    countWords("skipped"),
    countWords("skippedDetail", { reason: reasonInWords(reason) }),
  );
}

/** Everything that was entered for a line is taken back: it is blank again. */
export async function remove(place: CountingPlace, row: PlaceRow): Promise<void> {
  const [first] = row.entries;
  if (first) await place.keep(takenBack(first, standingEntries(row.entries)));
}

/** Puts back what was removed. */
export async function restore(place: CountingPlace, row: PlaceRow, tally: OwnTally): Promise<void> {
  const [first] = row.entries;
  if (first) await place.keep(broughtBack(first, tally));
}

const scanned = (
  { count, where }: CountingPlace,
  lineKey: string,
  rawScan: string,
): EntryTarget => ({
  ...{ sessionId: count.id, locationId: where.id, lineKey },
  ...{ lineId: null, itemId: null, lotCode: null, rawScan },
});

/** A tag that is on a piece which only the server knows. */
export async function keepTag(place: CountingPlace, tag: string): Promise<void> {
  await place.keep([[scanned(place, tagsKey, tag), { mode: "ADD", quantity: "1" }]]);
  const tally = tallyOf(place, tagsKey);
  const total = tally.kind === "COUNTED" ? numberOf(tally.quantity) : "";
  place.tell("ACCEPT", countWords("tagRead", { total }), countWords("tagReadDetail"));
}

/** A scan that nobody knew: kept as it was read, for a supervisor to find out. */
export async function keepUnlisted(
  place: CountingPlace,
  code: string,
  { quantity, note }: { quantity: string; note: string | null },
): Promise<void> {
  const target = scanned(place, unknownScanKey(code), code);
  await place.keep([[target, { mode: "ADD", quantity, note }]]);
  place.tell("CHECK", countWords("unlisted"), countWords("unlistedDetail"));
}
