import { beforeAll, describe, expect, test } from "vitest";
import { comparable } from "./check-digit.ts";
import { classifyScan, type ItemCode, type KnownCodes } from "./classify-scan.ts";
import { expiryOf, loadElements } from "./element-string.ts";

beforeAll(loadElements);

const wheel = { itemId: "wheel", packUnitCode: null };
const caseOfWheels = { itemId: "wheel", packUnitCode: "case" };
const hub = { itemId: "hub", packUnitCode: null };

/** Of GTIN 80614141123458. */
const wheelTag = "3074257BF7194E4000001A85";
const cageTag = "350C0FFEE000001000000001";
const bikeTag = "350C0FFEE000002000000007";

const barcodes: Record<string, ItemCode[]> = {
  [comparable("5901234123457")]: [wheel],
  [comparable("15901234123454")]: [caseOfWheels],
  [comparable("80614141123458")]: [wheel],
  [comparable("96385074")]: [hub],
  TWICE: [wheel, hub],
};
const known: KnownCodes = {
  placesWithCode: (code) => (code === "A-01-01" ? ["bin"] : []),
  itemsWithBarcode: (code) => barcodes[code] ?? [],
  piecesWithCode: (code) =>
    ["SN-7", "ALT-7", bikeTag].includes(code) ? [{ itemId: "bike", serial: "SN-7" }] : [],
  itemsWithNumber: (code) => (code === "FW-M423" ? [wheel] : []),
  isPartOfCode: (code) =>
    code.length >= 4 &&
    ["5901234123457", "FW-M423"].some(
      (whole) => whole !== code && (whole.startsWith(code) || whole.endsWith(code)),
    ),
  current: null,
};
const inHand = (said: Partial<NonNullable<KnownCodes["current"]>>): KnownCodes => ({
  ...known,
  current: { itemId: "hub", isCountedByPiece: false, lotCodes: [], ...said },
});
const item = (said: object) => ({ kind: "ITEM", itemId: "wheel", ...said });

describe("what a scan means", () => {
  test.each<[string, string, object]>([
    ["a piece that is expected here", "sn-7", { kind: "SERIAL", itemId: "bike", serial: "SN-7" }],
    ["a piece, by its second serial", "ALT-7", { kind: "SERIAL", itemId: "bike", serial: "SN-7" }],
    ["a tag of an item", wheelTag, { kind: "TAG", tag: wheelTag, itemId: "wheel" }],
    ["a tag of whatever", cageTag.toLowerCase(), { kind: "TAG", tag: cageTag, itemId: null }],
    ["the tag of a piece that is expected here", bikeTag, { kind: "SERIAL", serial: "SN-7" }],
    [
      "the sheet that a count was printed on",
      "]Q1https://tally.example/counts/Q291bnQ/sheets/3?warehouse=MAIN",
      { kind: "SHEET", sheet: { sessionId: "Q291bnQ", number: 3, warehouse: "MAIN" } },
    ],
    ["a command", "tally:next", { kind: "COMMAND", command: "NEXT" }],
    ["a place, in any case", "a-01-01", { kind: "LOCATION", locationId: "bin" }],
    ["an element string by its symbology", "]C1015901234123457" + "x", { kind: "TRUNCATED" }],
    [
      "an element string with lot, expiry and count",
      "]d20105901234123457" + "17290400" + "10L24-118\u001d3712",
      item({ lotCode: "L24-118", expiresOn: "2029-04-30", count: "12", packUnitCode: null }),
    ],
    [
      "an element string of a pack with a serial",
      "]e00115901234123454" + "21S-77",
      item({ packUnitCode: "case", serial: "S-77" }),
    ],
    ["a net weight, exactly", "]C10105901234123457" + "3103001250", item({ weightKg: "1.250" })],
    ["brackets as they are printed", "(01)05901234123457(10)AB", item({ lotCode: "AB" })],
    [
      "a Digital Link",
      "https://id.example/01/05901234123457/10/L1?17=261130",
      item({ lotCode: "L1", expiresOn: "2026-11-30" }),
    ],
    ["a GTIN-13", "5901234123457", item({ packUnitCode: null })],
    ["the same as a GTIN-14", "05901234123457", item({ packUnitCode: null })],
    ["with the symbology of an EAN", "]E05901234123457", item({})],
    ["the GTIN-14 of a pack", "15901234123454", item({ packUnitCode: "case" })],
    ["a GTIN-8", "96385074", { kind: "ITEM", itemId: "hub" }],
    ["an item's number", "fw-m423", item({})],
    ["a whole GTIN that nobody knows", "4006381333931", { kind: "UNKNOWN", isGtin: true }],
    ["anything else", "HELLO-77", { kind: "UNKNOWN", isGtin: false }],
  ])("%s", (_what, raw, meaning) => {
    expect(classifyScan(raw, known)).toMatchObject(meaning);
  });

  test("an EAN-13 that begins with 95 is no internal element 95", () => {
    expect(classifyScan("9501101530003", known)).toMatchObject({ kind: "UNKNOWN", isGtin: true });
  });

  test("two things with one code are a choice, never a guess", () => {
    expect(classifyScan("TWICE", known)).toMatchObject({
      kind: "CHOICE",
      meanings: [{ itemId: "wheel" }, { itemId: "hub" }],
    });
  });

  test("a lot means something beside the item that has it", () => {
    expect(classifyScan("l24", inHand({ lotCodes: ["L24"] }))).toEqual({
      ...{ kind: "LOT", itemId: "hub", lotCode: "L24" },
    });
    expect(classifyScan("L24", known)).toMatchObject({ kind: "UNKNOWN" });
  });

  test("beside an item that is counted by piece, what nobody knows is a serial", () => {
    const serial = { kind: "SERIAL", itemId: "hub", serial: "SN-0001" };
    expect(classifyScan("SN-0001", inHand({ isCountedByPiece: true }))).toEqual(serial);
    // Another item's label is still that item.
    expect(classifyScan("FW-M423", inHand({ isCountedByPiece: true }))).toMatchObject(item({}));
  });
});

describe("a truncated scan is refused", () => {
  test.each([
    ["the beginning of a known code", "590123412"],
    ["the end of a known code", "4123457"],
    ["a GTIN without its last digit", "590123412345"],
    ["an element string that stops within its GTIN", "]C10105901234"],
    ["an element string whose lot is empty", "]C1010590123412345710"],
    ["an element string whose GTIN is misread", "]C10105901234123458"],
    ["an expiry that is no day", "]C10105901234123457" + "17261332"],
  ])("%s", (_what, raw) => {
    expect(classifyScan(raw, known)).toEqual({ kind: "TRUNCATED" });
    // Beside an item counted by piece neither: half a label is no serial.
    expect(classifyScan(raw, inHand({ isCountedByPiece: true }))).toEqual({ kind: "TRUNCATED" });
  });

  test("a GTIN with a wrong digit, where it can be no serial", () => {
    expect(classifyScan("5901234123458", known)).toEqual({ kind: "TRUNCATED" });
    const bikes = inHand({ isCountedByPiece: true });
    expect(classifyScan("20260017", bikes)).toMatchObject({ kind: "SERIAL", serial: "20260017" });
  });

  test("control: the whole codes are taken", () => {
    expect(classifyScan("5901234123457", known)).toMatchObject(item({}));
    expect(classifyScan("]C10105901234123457" + "17261130", known)).toMatchObject(item({}));
  });
});

test("the day 00 is the last of its month, leap years included", () => {
  const today = new Date(Date.UTC(2026, 10, 21));
  expect(expiryOf("280200", today)).toBe("2028-02-29");
  expect(expiryOf("270200", today)).toBe("2027-02-28");
  expect(expiryOf("990100", today)).toBe("1999-01-31");
  expect(expiryOf("760100", today)).toBe("2076-01-31");
});
