import { expect, test } from "vitest";
import { idOf, nounOf, numberKeyOf, numberKeyOrNull, parseId, singleKeyOf } from "./opaque-id.ts";

test("an id leads back to its kind and key", () => {
  expect(parseId(idOf("Quant", 3, 1_234))).toEqual({ kind: "Quant", key: ["3", "1234"] });
  expect(numberKeyOf(idOf("Quant", 3, 1_234), "Quant")).toEqual([3, 1_234]);
  expect(singleKeyOf(idOf("Item", 10 ** 14), "Item")).toBe(10 ** 14);
});

const encoded = (text: string) => Buffer.from(text).toString("base64url");

test.each([
  ["nothing", ""],
  ["not base64url", "%%%"],
  ["an unknown kind", encoded("Gnome:1")],
  ["a kind that every object has", encoded("toString:1")],
  ["another kind", idOf("Item", 1)],
  ["too few parts", encoded("Quant:1")],
  ["too many parts", encoded("Quant:1:2:3")],
  ["zero", encoded("Quant:1:0")],
  ["a sign", encoded("Quant:1:-5")],
  ["an exponent", encoded("Quant:1:1e3")],
  ["a leading zero", encoded("Quant:1:07")],
  ["a warehouse that does not fit its column", encoded("Quant:2147483648:1")],
  ["a row that does not fit a number", encoded("Quant:1:1000000000000000")],
  ["padding", `${idOf("Quant", 1, 2)}=`],
])("names nothing: %s", (_, id) => {
  expect(numberKeyOrNull(id, "Quant")).toBeNull();
  expect(() => numberKeyOf(id, "Quant")).toThrow("There is no such quant.");
});

test("the keys of small tables fit four bytes", () => {
  expect(numberKeyOrNull(idOf("Warehouse", 2 ** 31 - 1), "Warehouse")).toEqual([2 ** 31 - 1]);
  expect(numberKeyOrNull(idOf("Warehouse", 2 ** 31), "Warehouse")).toBeNull();
});

test("a kind is spoken of in words", () => {
  expect(nounOf("SignInSession")).toBe("sign in session");
});
