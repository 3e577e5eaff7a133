import { multiplyDecimals } from "#lib/shared/text/decimal.ts";
import { tagsKey } from "../entries/line-key.ts";
import type { KeptEntry } from "../entries/entry.ts";
import type { OwnTally } from "../entries/own-tally.ts";
import type { ItemMeaning, Meaning, SureMeaning } from "../scanning/classify-scan.ts";
import type { Command } from "../scanning/command-codes.ts";
import type { SheetCode } from "./sheet-code.ts";
import { foundLine, handLine, isCountedByPiece, linesOfItem, type HandLine } from "./hand-line.ts";
import type { CountOptions, KeptItem, KeptPlace } from "./kept-task.ts";

export type CountMode = "TALLY" | "QUANTITY";

export interface ScanContext {
  place: Pick<KeptPlace, "locationId" | "lines"> | null;
  mode: CountMode;
  /** A reader of tags is at work: what nobody knows is one. */
  isBurst: boolean;
  options: CountOptions;
  /** YYYY-MM-DD, at the warehouse. */
  today: string;
  itemOf: (itemId: string) => KeptItem | undefined;
  tallyOf: (lineKey: string) => OwnTally;
}

export type ScanStep =
  | { do: "COMMAND"; command: Command }
  | { do: "OPEN_PLACE"; locationId: string }
  | { do: "SAME_PLACE" }
  | { do: "OPEN_SHEET"; sheet: SheetCode }
  /** Option 345: the place is left by closing it, not by a scan. */
  | { do: "STAY" }
  | { do: "ASK_PLACE" }
  | {
      do: "ADD";
      line: HandLine;
      quantity: string | null;
      unitCode: string | null;
      factor: string;
      serials: readonly string[];
      isExpired: boolean;
    }
  | { do: "KEYPAD"; line: HandLine; prefill: string | null }
  /** Counted by piece: its serials are scanned next. */
  | { do: "ASK_SERIALS"; line: HandLine; isListed: boolean }
  | { do: "ASK_LOT"; item: KeptItem; lines: readonly HandLine[] }
  | { do: "ALREADY"; serial: string; entry: KeptEntry }
  /** A tag of which the server says what it is on. */
  | { do: "KEEP_TAG"; tag: string }
  | { do: "CHOOSE"; meanings: readonly SureMeaning[] }
  | { do: "UNKNOWN"; code: string; isGtin: boolean }
  | { do: "REFUSE" };

/** What a scan does here. It changes nothing by itself. */
export function decideScan(meaning: Meaning, context: ScanContext): ScanStep {
  switch (meaning.kind) {
    case "COMMAND":
      return { do: "COMMAND", command: meaning.command };
    case "TRUNCATED":
      return { do: "REFUSE" };
    case "LOCATION":
      return decidePlace(meaning.locationId, context);
    case "SHEET":
      return context.place && context.options.locksPlace
        ? { do: "STAY" }
        : { do: "OPEN_SHEET", sheet: meaning.sheet };
    case "CHOICE":
      return { do: "CHOOSE", meanings: meaning.meanings };
    case "UNKNOWN":
      if (!context.place) return { do: "ASK_PLACE" };
      if (context.isBurst && !meaning.isGtin) return decideTag(meaning.code, null, context);
      return { do: "UNKNOWN", code: meaning.code, isGtin: meaning.isGtin };
    case "ITEM":
      return decideItem(meaning, context);
    case "TAG":
      return decideTag(meaning.tag, meaning.itemId, context);
    case "SERIAL":
    case "LOT": {
      const { itemId } = meaning;
      const lotCode = meaning.kind === "LOT" ? meaning.lotCode : null;
      const serial = meaning.kind === "SERIAL" ? meaning.serial : null;
      const said = { packUnitCode: null, expiresOn: null, count: null, weightKg: null };
      return decideItem({ kind: "ITEM", itemId, lotCode, serial, ...said }, context);
    }
  }
}

function decidePlace(locationId: string, { place, options }: ScanContext): ScanStep {
  if (!place) return { do: "OPEN_PLACE", locationId };
  if (place.locationId === locationId) return { do: "SAME_PLACE" };
  return options.locksPlace ? { do: "STAY" } : { do: "OPEN_PLACE", locationId };
}

function decideItem(meaning: ItemMeaning, context: ScanContext): ScanStep {
  const { place, mode, today } = context;
  const item = context.itemOf(meaning.itemId);
  if (!item) return { do: "REFUSE" };
  if (!place) return { do: "ASK_PLACE" };
  const line = lineFor(item, meaning, place);
  if (!line) {
    const lines = linesOfItem(place, item.id).map((each) => handLine(each, item));
    return { do: "ASK_LOT", item, lines };
  }
  if (isCountedByPiece(item)) return decidePiece(line, meaning.serial, context);

  const { quantity, unitCode, factor } = seenBy(meaning, item, context.options);
  if (mode === "QUANTITY") {
    const isSaid = meaning.count !== null || meaning.weightKg !== null;
    return { do: "KEYPAD", line, prefill: isSaid ? quantity : null };
  }
  const expiresOn = meaning.expiresOn ?? line.expiresOn;
  const isExpired = expiresOn !== null && expiresOn < today;
  return { do: "ADD", line, quantity, unitCode, factor, serials: [], isExpired };
}

/** Null where the item is told apart by lots and nobody has said which. */
function lineFor(
  item: KeptItem,
  { lotCode, expiresOn }: ItemMeaning,
  place: Pick<KeptPlace, "lines">,
): HandLine | null {
  const lines = linesOfItem(place, item.id);
  if (item.tracking !== "LOT") {
    const [line] = lines;
    return line ? handLine(line, item) : foundLine(item, null);
  }
  if (lotCode !== null) {
    const line = lines.find((each) => each.lotCode === lotCode);
    return line ? handLine(line, item) : foundLine(item, lotCode, expiresOn);
  }
  const [only] = lines;
  return only && lines.length === 1 ? handLine(only, item) : null;
}

/** A tag is there once. Of what is not counted piece by piece, what a tag stands for is not known here. */
function decideTag(tag: string, itemId: string | null, context: ScanContext): ScanStep {
  if (!context.place) return { do: "ASK_PLACE" };
  const item = itemId === null ? undefined : context.itemOf(itemId);
  if (item && isCountedByPiece(item)) {
    const [line] = linesOfItem(context.place, item.id);
    return decidePiece(line ? handLine(line, item) : foundLine(item, null), tag, context);
  }
  const tally = context.tallyOf(tagsKey);
  const entry = tally.kind === "COUNTED" && tally.parts.find(({ rawScan }) => rawScan === tag);
  return entry ? { do: "ALREADY", serial: tag, entry } : { do: "KEEP_TAG", tag };
}

/** A piece is there once, however often it is scanned. */
function decidePiece(
  line: HandLine,
  serial: string | null,
  { tallyOf, options }: ScanContext,
): ScanStep {
  if (serial === null) return { do: "ASK_SERIALS", line, isListed: options.loadsSerials };
  const tally = tallyOf(line.key);
  const entry =
    tally.kind === "COUNTED" && tally.parts.find(({ serials }) => serials.includes(serial));
  if (entry) return { do: "ALREADY", serial, entry };
  const said = { quantity: null, unitCode: null, factor: "1", isExpired: false };
  return { do: "ADD", line, serials: [serial], ...said };
}

/** What one scan stands for, in the unit that its label means. */
function seenBy(
  { packUnitCode, count, weightKg }: ItemMeaning,
  item: KeptItem,
  { splitsUnits }: CountOptions,
) {
  const isWeighed = weightKg !== null && item.unitCode.toLowerCase() === "kg";
  const said = isWeighed ? weightKg : (count ?? "1");
  const pack = item.packs.find(({ unitCode }) => unitCode === packUnitCode);
  // A label that says how many pieces it stands for says so of pieces, whatever its pack.
  if (!pack || count !== null) return { quantity: said, unitCode: null, factor: "1" };
  if (!splitsUnits)
    return { quantity: multiplyDecimals(said, pack.factor), unitCode: null, factor: "1" };
  return { quantity: said, unitCode: pack.unitCode, factor: pack.factor };
}
