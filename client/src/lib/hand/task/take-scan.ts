import { asProblem } from "#lib/shared/api/problem.ts";
import { quantityOf } from "../entries/own-tally.ts";
import { classifyScan, type Command, type Meaning } from "../scanning/classify-scan.ts";
import { loadElements } from "../scanning/element-string.ts";
import type { Scan } from "../scanning/scan-source.ts";
import { add, setZero, tallyOf, undo } from "./count-verbs.ts";
import { countWords } from "./count-words.ts";
import type { CountingPlace } from "./counting-place.svelte.ts";
import { decideScan, type ScanStep } from "./decide-scan.ts";
import { knownHere } from "./known-here.ts";

/** What a scan leads to beyond the place itself. */
export interface Leads {
  openPlace: (locationId: string) => void;
  next: () => void;
}

/** From a scan to what the screen says, in the order in which the scans were made. */
export function takeScan(place: CountingPlace, { text }: Scan, leads: Leads): Promise<void> {
  return place.inTurn(async () => {
    await loadElements();
    const { inHand: line, count, hand } = place;
    const known = knownHere(hand.catalogue, count, { place: place.place, line });
    await takeMeaning(place, classifyScan(text, known), leads);
  });
}

export async function takeMeaning(
  place: CountingPlace,
  meaning: Meaning,
  leads: Leads,
): Promise<void> {
  const { mode, count, hand } = place;
  const step = decideScan(meaning, {
    ...{ place: place.place, mode, options: count.options, today: todayAt(place) },
    itemOf: (itemId) => hand.catalogue.item(itemId),
    tallyOf: (key) => tallyOf(place, key),
  });
  try {
    await take(place, step, leads);
  } catch (thrown) {
    // The disk is full, or the browser has closed its store: the screen must not say that it was kept.
    asProblem(thrown);
    place.tell("REFUSE", countWords.notKept, countWords.notKeptDetail);
  }
}

async function take(place: CountingPlace, step: ScanStep, leads: Leads): Promise<void> {
  switch (step.do) {
    case "COMMAND":
      return takeCommand(place, step.command, leads);
    case "OPEN_PLACE":
      return leads.openPlace(step.locationId);
    case "SAME_PLACE":
      return place.tell("ACCEPT", countWords.samePlace, place.where.code);
    case "STAY":
      return place.tell("REFUSE", countWords.locked, countWords.lockedDetail);
    case "ASK_PLACE":
      return place.tell("REFUSE", countWords.notHere, countWords.notHereDetail);
    case "ADD":
      return takeAdd(place, step);
    case "KEYPAD":
      place.takeInHand(step.line);
      place.sheet = { kind: "PAD", prefill: step.prefill };
      return;
    case "ASK_SERIALS":
      place.takeInHand(step.line);
      return place.tell("CHECK", countWords.scanSerials, countWords.scanSerialsDetail);
    case "ASK_LOT":
      place.sheet = { kind: "LOT", item: step.item, lines: step.lines };
      return place.tell("CHECK", countWords.chooseLot, countWords.chooseLotDetail);
    case "ALREADY": {
      const { serial, entry } = step;
      const detail = countWords.alreadyDetail(serial, entry.countedAt);
      return place.tell("REFUSE", countWords.alreadyCounted, detail);
    }
    case "CHOOSE":
      place.sheet = { kind: "CHOICE", meanings: step.meanings };
      return place.tell("CHECK", countWords.choose, countWords.chooseDetail);
    case "UNKNOWN":
      place.sheet = { kind: "UNKNOWN", code: step.code, isGtin: step.isGtin };
      return place.tell("CHECK", countWords.unknownCode, countWords.unknownDetail);
    case "REFUSE":
      return place.tell("REFUSE", countWords.scanAgain, countWords.scanAgainDetail);
  }
}

async function takeAdd(place: CountingPlace, step: ScanStep & { do: "ADD" }): Promise<void> {
  const { line, quantity, unitCode, factor, serials } = step;
  const total = await add(place, line, { quantity, unitCode, factor, serials });
  const [serial] = serials;
  const title = serial
    ? countWords.piece(serial, total)
    : countWords.added(quantityOf({ quantity, factor, serials }), total);
  if (step.isExpired) return place.tell("CHECK", title, countWords.expired);
  if (line.isFound) return place.tell("CHECK", title, countWords.unexpected);
  const at = place.entries.at(-1)?.countedAt ?? "";
  place.tell("ACCEPT", title, countWords.addedDetail(at, true));
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
      if (!inHand) return place.tell("CHECK", countWords.notHere, countWords.notHereDetail);
      if (command === "ZERO") return setZero(place, inHand);
      place.sheet = { kind: "SKIP" };
  }
}

/** The day at the warehouse, wherever the device thinks that it is. */
function todayAt({ hand, count }: CountingPlace): string {
  const timeZone = hand.person?.warehouses.find(({ id }) => id === count.warehouseId)?.timeZone;
  // Swedish writes a day as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { ...(timeZone && { timeZone }) }).format(new Date());
}
