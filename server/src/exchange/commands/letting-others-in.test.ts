import { expect, test } from "vitest";
import { heldWhile } from "../../../test/watched-loop.ts";
import { checkCounts } from "../domain/check-counts.ts";
import type { CountFacts } from "../domain/count-facts.ts";
import { atOnce } from "../domain/in-pieces.ts";
import type { MappedRow } from "../domain/mapped-row.ts";
import { lettingOthersIn } from "./letting-others-in.ts";

const rowCount = 20_000;
const longestHeldMs = 50;
const codes = Array.from({ length: rowCount }, (_, at) => `P${at}`);

const facts: CountFacts = {
  now: new Date("2026-11-21T12:00:00Z"),
  timeZone: "Europe/Berlin",
  decimalSign: ",",
  warehouse: { code: "MAIN", name: "Main warehouse" },
  items: new Map([
    [
      "00420",
      {
        ...{ id: 1, sku: "00420", tracking: "BULK", decimals: 2, unitCode: "EA" },
        ...{ isActive: true, isAssignedHere: true },
      },
    ],
  ]),
  similarItems: new Map(),
  places: new Map(codes.map((code, at) => [code, { id: at, code, isActive: true }])),
  lotsOnHand: new Map(codes.map((_, at) => [`1:${at}`, [""]])),
  placesOfItem: new Map(),
  sessions: new Map(),
  heldBy: new Map(),
  serialOfSecond: new Map(),
  options: { allowsZero: true, usesSecondSerials: false, mustBeAssigned: false },
};

const rows = codes.map((LOCATION, at): MappedRow => {
  const UNITS = at % 66 === 7 ? "n/a" : "1.204,25";
  const values = { WAREHOUSE: "MAIN", ITEM: "00420", UNITS, LOCATION, SESSION: "Week 47" };
  return { number: at + 2, values: { ...values, COUNTED_AT: "2026-11-20 14:30" } };
});

test("judging 20,000 rows holds the server's loop for no longer than a moment", async () => {
  const held = await heldWhile(async () => {
    const { rowsReady, rowsWrong } = await lettingOthersIn(checkCounts(rows, facts));
    expect([rowsReady, rowsWrong]).toEqual([19_697, 303]);
  });
  expect(held).toBeLessThan(longestHeldMs);
}, 60_000);

test("control: judged without a pause they hold it", async () => {
  const held = await heldWhile(async () => void atOnce(checkCounts(rows, facts)));
  expect(held).toBeGreaterThan(longestHeldMs);
}, 60_000);
