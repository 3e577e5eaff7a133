import { asProblem } from "#lib/shared/api/problem.ts";
import { quantityOf } from "../entries/own-tally.ts";
import { numberOf, timeOf } from "#lib/shared/language/formats.ts";
import { classifyScan, type Meaning } from "../scanning/classify-scan.ts";
import type { Command } from "../scanning/command-codes.ts";
import { readEpc } from "../scanning/epc.ts";
import { loadElements } from "../scanning/element-string.ts";
import type { Scan } from "../scanning/scan-source.ts";
import { add, keepTag, setZero, tallyOf, undo } from "./count-verbs.ts";
import { addedWords, countWords } from "./count-words.ts";
import type { CountingPlace } from "./counting-place.svelte.ts";
import { decideScan, type ScanStep } from "./decide-scan.ts";
import { provesPlace } from "./proves-place.ts";
import { wayOfSheet, type SheetCode } from "./sheet-code.ts";
import { knownHere } from "./known-here.ts";

/** What a scan leads to beyond the place itself. */
export interface Leads {
  openPlace: (locationId: string) => void;
  openPage: (path: string) => void;
  next: () => void;
}

/** Once a page: after it a scan is answered at once. */
export const getReady = loadElements;

/** From a scan to what the screen says, in the order in which the scans were made. */
export function takeScan(place: CountingPlace, scan: Scan, leads: Leads): Promise<void> {
  return place.inTurn(async () => {
    await loadElements();
    const { text, origin } = scan;
    const { inHand: line, count, hand } = place;
    const known = knownHere(hand.catalogue, count, { place: place.place, line });
    const meaning = classifyScan(text, known);
    if (place.sheet?.kind === "PROOF")
      return takeProof(place, provesPlace(place.where, meaning, scan));
    const isNothingElse = meaning.kind === "UNKNOWN" || meaning.kind === "TRUNCATED";
    if (isNothingElse && origin === "TYPED" && text.trim() === place.where.checkDigits)
      return place.tell("ACCEPT", countWords("samePlace"), place.where.code);
    await takeMeaning(place, meaning, leads, { isTag: readEpc(text) !== null });
  });
}

function takeProof(place: CountingPlace, isProof: boolean) {
  const { code } = place.where;
  if (!isProof)
    return place.tell(
      "REFUSE",
      countWords("notThere", { place: code }),
      countWords("notThereDetail"),
    );
  place.hand.provenPlaceId = place.where.id;
  place.sheet = null;
  place.tell("ACCEPT", countWords("samePlace"), code);
}

export async function takeMeaning(
  place: CountingPlace,
  meaning: Meaning,
  leads: Leads,
  { isTag } = { isTag: false },
): Promise<void> {
  const { mode, isBurst, count, hand } = place;
  const step = decideScan(meaning, {
    ...{ place: place.place, mode, isBurst, options: count.options, today: todayAt(place) },
    itemOf: (itemId) => hand.catalogue.item(itemId),
    tallyOf: (key) => tallyOf(place, key),
  });
  try {
    // A reader reads each tag many times.
    if (step.do === "ALREADY" && (isTag || place.isBurst)) return place.readAgain(step.serial);
    await take(place, step, leads);
  } catch (thrown) {
    // The disk is full, or the browser has closed its store: the screen must not say that it was kept.
    asProblem(thrown);
    place.tell("REFUSE", countWords("notKept"), countWords("notKeptDetail"));
  }
}

async function take(place: CountingPlace, step: ScanStep, leads: Leads): Promise<void> {
  switch (step.do) {
    case "COMMAND":
      return takeCommand(place, step.command, leads);
    case "OPEN_PLACE":
      place.hand.provenPlaceId = step.locationId;
      return leads.openPlace(step.locationId);
    case "OPEN_SHEET":
      return takeSheet(place, step.sheet, leads);
    case "SAME_PLACE":
      return place.tell("ACCEPT", countWords("samePlace"), place.where.code);
    case "STAY":
      return place.tell("REFUSE", countWords("locked"), countWords("lockedDetail"));
    case "ASK_PLACE":
      return place.tell("REFUSE", countWords("notHere"), countWords("notHereDetail"));
    case "ADD":
      return takeAdd(place, step);
    case "KEYPAD":
      place.takeInHand(step.line);
      place.sheet = { kind: "PAD", prefill: step.prefill };
      return;
    case "ASK_SERIALS":
      place.takeInHand(step.line);
      if (step.isListed) place.sheet = { kind: "SERIALS" };
      return place.tell("CHECK", countWords("scanSerials"), countWords("scanSerialsDetail"));
    case "ASK_LOT":
      place.sheet = { kind: "LOT", item: step.item, lines: step.lines };
      return place.tell("CHECK", countWords("chooseLot"), countWords("chooseLotDetail"));
    case "ALREADY": {
      const { serial, entry } = step;
      place.readAgain(serial);
      const detail = countWords("alreadyDetail", { serial, time: timeOf(entry.countedAt) });
      return place.tell("REFUSE", countWords("alreadyCounted"), detail);
    }
    case "KEEP_TAG":
      return keepTag(place, step.tag);
    case "CHOOSE":
      place.sheet = { kind: "CHOICE", meanings: step.meanings };
      return place.tell("CHECK", countWords("choose"), countWords("chooseDetail"));
    case "UNKNOWN":
      place.sheet = { kind: "UNKNOWN", code: step.code, isGtin: step.isGtin };
      return place.tell("CHECK", countWords("unknownCode"), countWords("unknownDetail"));
    case "REFUSE":
      return place.tell("REFUSE", countWords("scanAgain"), countWords("scanAgainDetail"));
  }
}

function takeSheet(place: CountingPlace, sheet: SheetCode, leads: Leads) {
  const { work, person } = place.hand;
  const plansCounts = person?.plansCounts ?? false;
  const way = wayOfSheet(sheet, { counts: work?.counts ?? [], plansCounts });
  if (way === null)
    return place.tell("REFUSE", countWords("otherSheet"), countWords("otherSheetDetail"));
  if (!plansCounts && sheet.sessionId === place.count.id)
    return place.tell("ACCEPT", countWords("sameSheet"), place.where.code);
  leads.openPage(way);
}

async function takeAdd(place: CountingPlace, step: ScanStep & { do: "ADD" }): Promise<void> {
  const { line, quantity, unitCode, factor, serials } = step;
  const total = await add(place, line, { quantity, unitCode, factor, serials });
  const [serial] = serials;
  const title = serial
    ? countWords("piece", { serial, total: numberOf(total) })
    : addedWords(quantityOf({ quantity, factor, serials }), total);
  if (step.isExpired) return place.tell("CHECK", title, countWords("expired"));
  if (line.isFound) return place.tell("CHECK", title, countWords("unexpected"));
  const at = place.entries.at(-1)?.countedAt ?? "";
  place.tell("ACCEPT", title, countWords("addedAt", { time: timeOf(at) }));
}

async function takeCommand(place: CountingPlace, command: Command, { next }: Leads): Promise<void> {
  const { inHand } = place;
  switch (command) {
    case "NEXT":
      return next();
    case "UNDO":
      return undo(place);
    case "CLOSE":
      place.sheet = { kind: "CLOSE", toPlaceId: null };
      return;
    case "SKIP":
    case "ZERO":
    case "QUANTITY":
      if (!inHand) return place.tell("CHECK", countWords("notHere"), countWords("notHereDetail"));
      if (command === "ZERO") return setZero(place, inHand);
      place.sheet = command === "SKIP" ? { kind: "SKIP" } : { kind: "PAD", prefill: null };
  }
}

/** The day at the warehouse, wherever the device thinks that it is. */
function todayAt({ hand, count }: CountingPlace): string {
  const timeZone = hand.person?.warehouses.find(({ id }) => id === count.warehouseId)?.timeZone;
  // Swedish writes a day as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { ...(timeZone && { timeZone }) }).format(new Date());
}
