import { describe, expect, test } from "vitest";
import type { Bin } from "./hall.ts";
import { sumBins } from "./hall-figures.ts";
import { faceOf, lastPart, shortAmount, zonesOf, type View } from "./hall-map.ts";

const now = Date.parse("2026-11-20T10:00:00Z");
const aisle = { id: "aisle", code: "TOOL-01-A", name: "Aisle A" };

function bin(code: string, told: Partial<Bin> = {}): Bin {
  return {
    bins: 1,
    settledBins: 0,
    zoneId: "zone",
    lines: 3,
    counted: 0,
    skipped: 0,
    notAccessible: 0,
    short: 0,
    over: 0,
    moved: 0,
    flagged: 0,
    valueVariance: "0",
    lastCountedAt: null,
    location: { id: code, code, name: code, parent: aisle },
    ...told,
  };
}

const view: View = {
  layer: "status",
  now,
  standing: new Map(),
  seesBooks: true,
  seesValue: true,
};

describe("a tile shows the state that wants a person most", () => {
  test.each<[string, Partial<Bin>, string, string]>([
    ["not counted", {}, "open", "3"],
    ["a part of it counted", { counted: 2 }, "open", "1"],
    ["all of it matches", { counted: 3 }, "match", "3"],
    ["more short than over", { counted: 3, short: 2, over: 1 }, "short", "2"],
    ["more over than short", { counted: 3, short: 1, over: 2 }, "over", "2"],
    ["something to decide", { counted: 3, short: 2, flagged: 1 }, "decide", "1"],
    ["left out on purpose", { skipped: 3 }, "skipped", "3"],
  ])("%s", (_, told, kind, number) => {
    expect(faceOf(bin("TOOL-01-A-01", told), view)).toEqual({ kind, number });
  });

  test("who stands there, also offline", () => {
    const at = (isOffline: boolean) =>
      faceOf(bin("A", { counted: 1 }), {
        ...view,
        standing: new Map([["A", { name: "Maria", isOffline }]]),
      });
    expect(at(false)).toEqual({ kind: "here", number: "2" });
    expect(at(true)).toEqual({ kind: "offline", number: "2" });
  });

  test("nothing of the books where the count is blind", () => {
    const blind = { ...view, seesBooks: false, seesValue: false };
    const told = { counted: 3, short: null, over: null, moved: null, flagged: null };
    expect(faceOf(bin("A", told), blind).kind).toBe("counted");
  });
});

test("the other layers speak of money, of age and of what is left", () => {
  const counted = bin("A", {
    counted: 2,
    short: 1,
    valueVariance: "-1525.20",
    lastCountedAt: "2026-11-20T09:20:00Z",
  });
  const faces = (["variance", "age", "pace"] as const).map((layer) =>
    faceOf(counted, { ...view, layer }),
  );
  expect(faces).toEqual([
    { kind: "short", number: "2k" },
    { kind: "recent", number: "40m" },
    { kind: "stalled", number: "1" },
  ]);
});

test("bins keep their place on the shelf, and no line is lost between tiles, aisles and zones", () => {
  const bins = ["10", "09", "02"].map((end, at) => bin(`TOOL-01-A-${end}`, { counted: at }));
  const location = { id: "zone", code: "TOOL-01", name: "Tool crib" };
  const [zone] = zonesOf({ bins, progressByZone: [{ location }] });
  const only = zone?.aisles[0];
  expect(only?.label).toBe("A");
  expect(only?.bins.map(({ location: { code } }) => code.slice(-2))).toEqual(["02", "09", "10"]);
  expect(sumBins(zone?.bins ?? [])).toMatchObject({ bins: 3, lines: 9, counted: 3 });
});

test("where the server has summed the bins of each aisle, a tile stands for an aisle", () => {
  const summed = (code: string, bins: number): Bin => {
    const location = {
      id: code,
      code,
      name: "",
      parent: { id: "zone", code: "TOOL-01", name: "" },
    };
    return bin(code, { bins, settledBins: 1, lines: 3 * bins, location });
  };
  const bins = [summed("TOOL-01-A", 12), summed("TOOL-01-B", 1)];
  const [zone, ...others] = zonesOf({ bins, progressByZone: [] });
  expect(others).toEqual([]);
  expect(zone?.aisles.map(({ label, code }) => [label, code])).toEqual([
    ["A", "TOOL-01-A"],
    ["B", "TOOL-01-B"],
  ]);
  expect(sumBins(zone?.bins ?? [])).toMatchObject({ bins: 13, settledBins: 2, lines: 39 });
});

test("codes and amounts are short enough for a tile", () => {
  expect(lastPart("MISC-06-G", "MISC-06")).toBe("G");
  expect(lastPart("YARD", "YARD")).toBe("YARD");
  expect(["0.4", "-525.3", "12800", "-2500000"].map(shortAmount)).toEqual([
    "<1",
    "525",
    "13k",
    "3M",
  ]);
});
