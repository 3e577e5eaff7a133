import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { readCrew } from "../queries/read-presence.ts";
import { reportEditing } from "./report-editing.ts";

let database: TestDatabase;
let session: { warehouseId: number; id: number };
let lineId: number;
let rings = 0;
const doorbell: Doorbell = { ...silentDoorbell, ring: () => void (rings += 1) };

beforeAll(async () => {
  database = await openTestDatabase("editing");
  const warehouse = await CountedWarehouse.open(database);
  await warehouse.move({ quantity: new Decimal(12), effectiveAt: at(-30) });
  session = await warehouse.openCount();
  lineId = (await warehouse.line(session)).id;
});
afterAll(() => database.close());

const report = (userId: string, line: number | null, now = at(1)) =>
  reportEditing(database.orm.em, doorbell, {
    warehouseId: session.warehouseId,
    sessionId: session.id,
    userId,
    edited: line === null ? null : { lineId: line, part: "FOUND" },
    now,
  });
const seen = async (now = at(1)) => (await readCrew(database.db, session, now)).editing;

test("who writes into a line is seen until he stops, and the bell rings at changes alone", async () => {
  expect(await report("ines", lineId)).toBe(true);
  expect(await seen()).toEqual([{ userId: "ines", lineId, part: "FOUND" }]);
  expect(rings).toBe(1);
  await report("ines", lineId);
  expect(rings).toBe(1);
  await report("ines", null);
  expect(rings).toBe(2);
  expect(await seen()).toEqual([]);
});

test("whoever does not say so again has left after half a minute", async () => {
  await report("petra", lineId, at(2));
  expect(await seen(at(2))).toHaveLength(1);
  expect(await seen(at(3))).toEqual([]);
});

test("a line of no count, or of another, is nobody's", async () => {
  expect(await report("petra", 987_654, at(5))).toBe(false);
  expect(await seen(at(5))).toEqual([]);
});
