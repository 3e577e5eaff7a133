import { expect, test } from "vitest";
import { permissionGroups, withheld } from "./role-permissions.ts";

test("a role is told in groups, and what is not known yet is not left out", () => {
  const told = permissionGroups(["update:stock-count", "view:stock-count", "approve:price-change"]);
  expect(told).toEqual([
    { title: "Sees", allowed: ["counts"] },
    { title: "Counts", allowed: ["Count stock"] },
    { title: "More", allowed: ["Approve price change"] },
  ]);
});

test("what a counter is not told is said", () => {
  expect(withheld(["update:stock-count"])).toContain("Is not told what the books say");
  expect(withheld(["view:expected-quantity", "view:cost"])).not.toContain("Is not told costs");
});
