import { expect, test } from "vitest";
import { permissionInWords } from "./permission.ts";

test("a permission reads as words", () => {
  expect(permissionInWords("view:expected-quantity")).toBe("See expected quantities");
  expect(permissionInWords("manage:api-keys")).toBe("Manage API keys");
});

test("a permission of a newer server reads as words too", () => {
  expect(permissionInWords("approve:price-change")).toBe("Approve price change");
});
