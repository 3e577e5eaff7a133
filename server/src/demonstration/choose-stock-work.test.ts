import { describe, expect, it } from "vitest";
import { chooseStockWork, type StockWork, type VisibleQuant } from "./choose-stock-work.ts";
import { SeededRandom } from "./seeded-random.ts";

const quant = (locationId: string, quantityOnHand: number): VisibleQuant => ({
  itemId: "item",
  sku: "TI-M823",
  locationId,
  locationCode: `TOOL-01-A-${locationId}`,
  unitCode: "EA",
  quantityOnHand,
});

function manyChoices(quants: VisibleQuant[]): StockWork[] {
  const random = new SeededRandom("choices");
  return Array.from({ length: 400 }, () => chooseStockWork(quants, random)).flatMap((w) => w ?? []);
}

describe("the work that a simulated worker chooses", () => {
  it("is nothing where nothing is on hand", () => {
    expect(chooseStockWork([quant("01", 0)], new SeededRandom("any"))).toBeNull();
  });

  it("takes no more than is there, and at least one", () => {
    for (const work of manyChoices([quant("01", 2.75), quant("02", 40)])) {
      expect(work.quantity).toBeGreaterThanOrEqual(1);
      if (work.kind !== "RECEIPT") {
        expect(work.quantity).toBeLessThanOrEqual(work.quant.quantityOnHand);
      }
    }
  });

  it("moves only to another place", () => {
    const moves = manyChoices([quant("01", 9), quant("02", 0)]).filter((w) => w.kind === "MOVE");
    expect(moves.length).toBeGreaterThan(0);
    expect(moves.every(({ to, quant: from }) => to && to.locationId !== from.locationId)).toBe(
      true,
    );
  });

  it("does not move where there is only one place", () => {
    const kinds = new Set(manyChoices([quant("01", 9)]).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["ISSUE", "RECEIPT"]);
  });

  it("picks more often than it receives", () => {
    const count = (kind: string) =>
      manyChoices([quant("01", 9), quant("02", 9)]).filter((work) => work.kind === kind).length;
    expect(count("ISSUE")).toBeGreaterThan(count("RECEIPT"));
    expect(count("RECEIPT")).toBeGreaterThan(count("MOVE"));
  });
});
