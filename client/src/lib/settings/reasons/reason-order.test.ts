import { expect, test } from "vitest";
import { codeFor, moved } from "./reason-order.ts";

const reasons = ["A", "B", "C", "D"].map((code) => ({ code, name: code, isActive: code !== "D" }));

test("a reason changes places with its neighbour, and one out of use stays last", () => {
  expect(moved(reasons, "B", -1)).toEqual(["B", "A", "C", "D"]);
  expect(moved(reasons, "B", 1)).toEqual(["A", "C", "B", "D"]);
  expect(moved(reasons, "C", 1)).toEqual(["A", "B", "C", "D"]);
  expect(moved(reasons, "D", -1)).toEqual(["A", "B", "C", "D"]);
});

test("a code is made of a name", () => {
  expect(codeFor("Damaged by water")).toBe("DAMAGED_BY_WATER");
  expect(codeFor("  2nd shelf – Größe ")).toBe("ND_SHELF_GROSSE");
  expect(codeFor("???")).toBe("");
});
