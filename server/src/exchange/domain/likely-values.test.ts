import { expect, test } from "vitest";
import { likelyValues, type KnownValue } from "./likely-values.ts";

const known = (value: string, more: Partial<KnownValue> = {}): KnownValue => ({
  ...{ value, name: `What is called ${value}`, barcodes: [], isStocked: false, ...more },
});
const found = (given: string, all: readonly KnownValue[]) =>
  likelyValues(given, all).map(({ value, note }) => `${value}: ${note}`);

test("what looks the same comes first, and then what differs in few signs", () => {
  const all = [known("CS-4719"), known("CS-9184"), known("CS-9183"), known("CS-9284")];
  expect(found("CS-9l83", all)).toEqual([
    "CS-9183: looks the same",
    "CS-9184: 1 sign differs",
    "CS-9284: 2 signs differ",
  ]);
});

test("of those that differ alike, what is stocked here comes first", () => {
  const all = [known("CS-9181"), known("CS-9189", { isStocked: true })];
  expect(found("CS-9180", all)).toEqual([
    "CS-9189: 1 sign differs, stocked here",
    "CS-9181: 1 sign differs",
  ]);
});

test("a barcode and a description are taken for what has them", () => {
  const all = [
    known("FK-9939", { name: "HL Fork" }),
    known("FK-1639", { barcodes: ["4006381333931"] }),
    known("FK-5136", { barcodes: ["4006381333931"] }),
  ];
  expect(found("hl fork", all)).toEqual(["FK-9939: its description"]);
  expect(found("4006381333931", all)).toEqual(["FK-1639: its barcode", "FK-5136: its barcode"]);
});

test("signs that have changed places are one difference", () => {
  expect(found("TOOL-10-A-07", [known("TOOL-01-A-07")])).toEqual(["TOOL-01-A-07: 1 sign differs"]);
});

test("what shares too little is not offered, and never more than three", () => {
  expect(found("WRENCH", [known("BOLT"), known("A"), known("WR")])).toEqual([]);
  const many = ["P-101", "P-102", "P-103", "P-104", "P-105"].map((value) => known(value));
  expect(found("P-109", many)).toHaveLength(3);
});
