import { describe, expect, it } from "vitest";
import { readDemonstrationCatalogue } from "./demonstration-catalogue.ts";
import { locationCheckDigits } from "./location-check-digits.ts";
import { planMainPlaces, planOutletPlaces } from "./plan-places.ts";

const catalogue = readDemonstrationCatalogue();
const places = [...planMainPlaces(catalogue.places), ...planOutletPlaces()];

describe("the places of the demonstration", () => {
  it("form a tree in which every bin has a barcode and check digits of its own", () => {
    const codes = new Set(places.map((place) => `${place.warehouseCode} ${place.code}`));
    expect(codes.size).toBe(places.length);
    for (const { warehouseCode, code, parentCode, kind, barcode, checkDigits } of places) {
      expect(parentCode === null || codes.has(`${warehouseCode} ${parentCode}`)).toBe(true);
      const isBin = kind !== "ZONE" && kind !== "AISLE";
      expect(barcode !== null).toBe(isBin);
      expect(checkDigits).toBe(isBin ? locationCheckDigits(code) : null);
    }
    expect(locationCheckDigits("TOOL-01-A-01")).toMatch(/^\d\d$/u);
    expect(locationCheckDigits("TOOL-01-A-01")).not.toBe(locationCheckDigits("TOOL-01-A-02"));
  });

  it("are walked up one aisle and down the next", () => {
    const walk = (aisle: string) =>
      places
        .filter((place) => place.parentCode === aisle)
        .toSorted((a, b) => a.walkOrder - b.walkOrder)
        .map((place) => place.code);
    expect(walk("FINI-07-A")).toEqual(walk("FINI-07-A").toSorted());
    expect(walk("FINI-07-B")).toEqual(walk("FINI-07-B").toSorted().reverse());
  });

  it("include every special kind, one taken down and one closed off", () => {
    const kinds = new Set(places.map((place) => place.kind));
    expect([...kinds].sort()).toEqual(
      ["AISLE", "COUNT_DISCREPANCY", "LINESIDE", "MRB", "STORAGE", "TRANSIT", "ZONE"].sort(),
    );
    expect(places.filter((place) => place.isClosedOff)).toHaveLength(1);
    const takenDown = places.filter((place) => !place.isActive).map((place) => place.code);
    expect(takenDown).toHaveLength(1);
    expect(catalogue.stock.some((row) => takenDown.includes(row.locationCode))).toBe(false);
  });
});
