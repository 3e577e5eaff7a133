import { asGtin14, comparable, hasRightCheckDigit } from "./check-digit.ts";
import { commandOf, type Command } from "./command-codes.ts";
import { readDigitalLink } from "./digital-link.ts";
import { readEpc, type Epc } from "./epc.ts";
import { readSheetCode, type SheetCode } from "../task/sheet-code.ts";
import { readElements, type Elements } from "./element-string.ts";

export interface ItemCode {
  itemId: string;
  /** The pack that the code means; null for the item itself. */
  packUnitCode: string | null;
}

/** What the device knows. Codes are asked for as they compare, see check-digit.ts. */
export interface KnownCodes {
  placesWithCode(code: string): readonly string[];
  itemsWithBarcode(code: string): readonly ItemCode[];
  itemsWithNumber(code: string): readonly ItemCode[];
  /** Pieces that are expected here, by either serial or their tag; none where the count is blind. */
  piecesWithCode(code: string): readonly { itemId: string; serial: string }[];
  /** Whether it is the beginning or the end of a longer code that is known. */
  isPartOfCode(code: string): boolean;
  /** The item in hand, for codes that mean something only beside it. */
  current: { itemId: string; isCountedByPiece: boolean; lotCodes: readonly string[] } | null;
}

export interface ItemMeaning extends ItemCode {
  kind: "ITEM";
  lotCode: string | null;
  serial: string | null;
  expiresOn: string | null;
  /** How many pieces the label says. */
  count: string | null;
  weightKg: string | null;
}

export type SureMeaning =
  | { kind: "COMMAND"; command: Command }
  | { kind: "LOCATION"; locationId: string }
  | ItemMeaning
  | { kind: "SERIAL"; itemId: string; serial: string }
  | { kind: "LOT"; itemId: string; lotCode: string };

export type Meaning =
  | SureMeaning
  /** More than one thing has this code: a person chooses. */
  | { kind: "CHOICE"; meanings: readonly SureMeaning[] }
  /** Not a whole code: it is read again, and never counted. */
  | { kind: "TRUNCATED" }
  /** Paper of a count, which is no thing to count. */
  | { kind: "SHEET"; sheet: SheetCode }
  /** A radio tag; of its item, where it says one. */
  | { kind: "TAG"; tag: string; itemId: string | null }
  /** A whole code of an item that the device does not know, or anything else. */
  | { kind: "UNKNOWN"; code: string; isGtin: boolean };

const aimOfElements = /^\](C1|e[0-3]|d2|Q3|J1)/;
const anyAim = /^\][A-Za-z][0-9A-Za-z]/;

/** What a scan means, from the surest to the vaguest. Where two things have one code, nobody guesses. */
export function classifyScan(raw: string, known: KnownCodes): Meaning {
  const text = raw.replace(anyAim, "").trim();
  const command = commandOf(text);
  if (command) return { kind: "COMMAND", command };

  const sheet = readSheetCode(text);
  if (sheet) return { kind: "SHEET", sheet };

  const code = comparable(text);
  const places = known.placesWithCode(text.toUpperCase());
  if (places.length > 0)
    return oneOf(places.map((locationId) => ({ kind: "LOCATION" as const, locationId })));

  if (isElementString(raw, text)) {
    const read = readElements(text);
    return read.kind === "BROKEN" ? { kind: "TRUNCATED" } : ofElements(read.elements, raw, known);
  }
  const epc = readEpc(text);
  if (epc) return ofTag(epc, known);
  const link = readDigitalLink(text);
  if (link) return ofElements(link, raw, known);

  if (hasRightCheckDigit(text)) {
    const items = known.itemsWithBarcode(code);
    if (items.length > 0) return oneOf(items.map((item) => itemMeaning(item)));
  }
  return ofPlainText(text, code, known);
}

function ofPlainText(text: string, code: string, known: KnownCodes): Meaning {
  const { current } = known;
  const pieces = known.piecesWithCode(text.toUpperCase());
  const items = [...known.itemsWithBarcode(code), ...known.itemsWithNumber(code)];
  const lot = current?.lotCodes.find((lotCode) => lotCode.toUpperCase() === text.toUpperCase());
  const meanings: SureMeaning[] = pieces.map((piece) => ({ kind: "SERIAL", ...piece }));
  if (current && lot) meanings.push({ kind: "LOT", itemId: current.itemId, lotCode: lot });
  meanings.push(...different(items).map((item) => itemMeaning(item)));
  if (meanings.length > 0) return oneOf(meanings);

  if (known.isPartOfCode(code)) return { kind: "TRUNCATED" };
  const isGtin = hasRightCheckDigit(text);
  // Serials of digits alone are common, and seldom have a check digit.
  if (current?.isCountedByPiece && !isGtin)
    return { kind: "SERIAL", itemId: current.itemId, serial: text };
  if (isCutOff(text)) return { kind: "TRUNCATED" };
  return { kind: "UNKNOWN", code: text, isGtin };
}

function isElementString(raw: string, text: string): boolean {
  if (aimOfElements.test(raw)) return true;
  // Scanners that tell no symbology: a separator, brackets, or a GTIN behind its identifier gives it away.
  if (anyAim.test(raw)) return false;
  return (
    text.includes("\u001d") ||
    /^\(\d{2,4}\)/.test(text) ||
    (/^01\d{14}/.test(text) && hasRightCheckDigit(text.slice(2, 16)))
  );
}

/** As many digits as a GTIN has, and the last is not its check digit. */
function isCutOff(text: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(text) && !hasRightCheckDigit(text);
}

function ofElements(elements: Elements, raw: string, known: KnownCodes): Meaning {
  const { gtin, lot, serial, expiresOn, count, weightKg } = elements;
  const said = { lotCode: lot, serial, expiresOn, count, weightKg };
  if (gtin !== null) {
    const items = known.itemsWithBarcode(asGtin14(gtin));
    if (items.length > 0) return oneOf(items.map((item) => itemMeaning(item, said)));
    return { kind: "UNKNOWN", code: raw, isGtin: true };
  }
  const { current } = known;
  if (current && (serial ?? lot) !== null)
    return itemMeaning({ itemId: current.itemId, packUnitCode: null }, said);
  return { kind: "UNKNOWN", code: raw, isGtin: false };
}

/** Whose it is where the tag does not tell is for the server to say: it is never guessed. */
function ofTag({ tag, gtin }: Epc, known: KnownCodes): Meaning {
  const pieces = known.piecesWithCode(tag);
  if (pieces.length > 0) return oneOf(pieces.map((piece) => ({ kind: "SERIAL", ...piece })));
  const items = gtin === null ? [] : different(known.itemsWithBarcode(gtin));
  const [only] = items;
  return { kind: "TAG", tag, itemId: only && items.length === 1 ? only.itemId : null };
}

function itemMeaning(
  item: ItemCode,
  said: Partial<Omit<ItemMeaning, "kind" | keyof ItemCode>> = {},
): ItemMeaning {
  const nothing = { lotCode: null, serial: null, expiresOn: null, count: null, weightKg: null };
  return { kind: "ITEM", ...item, ...nothing, ...said };
}

function different(items: readonly ItemCode[]): ItemCode[] {
  return [...new Map(items.map((item) => [`${item.itemId} ${item.packUnitCode}`, item])).values()];
}

function oneOf(meanings: readonly SureMeaning[]): Meaning {
  const [only] = meanings;
  return only && meanings.length === 1 ? only : { kind: "CHOICE", meanings };
}
