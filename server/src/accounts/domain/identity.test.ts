import { describe, expect, it } from "vitest";
import { rightsOfKey, type Rights } from "./identity.ts";

const owner: Rights = {
  permissions: ["view:stock", "record:stock-moves"],
  seesAllWarehouses: false,
  warehouseIds: [1, 2],
};
const everywhere: Rights = { ...owner, seesAllWarehouses: true, warehouseIds: [] };

describe("the rights of a key", () => {
  it("leave out what its owner may no longer do", () => {
    const key: Rights = { ...owner, permissions: ["view:stock", "manage:users"] };
    expect(rightsOfKey(key, owner).permissions).toEqual(["view:stock"]);
  });

  it("do not widen to all that the owner may", () => {
    const key: Rights = { ...owner, permissions: ["view:stock"] };
    expect(rightsOfKey(key, owner).permissions).toEqual(["view:stock"]);
  });

  it.each([
    ["both everywhere", everywhere, everywhere, true, []],
    ["key everywhere, owner in two", everywhere, owner, false, [1, 2]],
    ["key in two, owner everywhere", owner, everywhere, false, [1, 2]],
    ["each in some", { ...owner, warehouseIds: [2, 3] }, owner, false, [2]],
    ["nothing in common", { ...owner, warehouseIds: [3] }, owner, false, []],
  ])("reach the warehouses of both: %s", (_case, key, of, seesAllWarehouses, warehouseIds) => {
    expect(rightsOfKey(key, of)).toMatchObject({ seesAllWarehouses, warehouseIds });
  });
});
