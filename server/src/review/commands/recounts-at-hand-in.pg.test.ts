import "reflect-metadata";
import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { reopenCountSession } from "../../counting/commands/reopen-count-session.ts";
import { saveOption } from "../../counting/commands/save-option.ts";
import { submitCountSession } from "../../counting/commands/submit-count-session.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { requestRecount } from "./request-recount.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("hand_in");
  warehouse = await CountedWarehouse.open(database);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(10), locationId, effectiveAt: at(-30) });
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function open(options: Record<string, boolean | number>): Promise<void> {
  const { warehouseId } = warehouse.stocked;
  for (const [code, value] of Object.entries(options)) {
    const option = { code, value, warehouseId, changedBy: "ada", now: at(-1) };
    await saveOption(database.orm.em, option);
  }
  session = await warehouse.openCount();
}
const count = (actorId: string, quantities: number[], minute: number) =>
  warehouse.record(
    session,
    quantities.map((quantity, index) =>
      warehouse.observation({
        ...{ actorId, count: quantity, minute },
        locationId: warehouse.place(index),
      }),
    ),
    at(minute + 1),
  );
const handIn = (minute: number) =>
  submitCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, sessionId: session.id, actorId: "maria" },
    now: at(minute),
  });
const causes = async () =>
  (
    await rowsOf<{ cause: string }>(
      database.db,
      sql`select cause from line_round where session_id = ${session.id} and round > 1
          order by line_id, round`,
    )
  ).map(({ cause }) => cause);

test("what is out of tolerance is counted again, with some of what matches among it", async () => {
  await open({ recountAtHandIn: true, controlRecountPercent: 50 });
  await count("maria", [10, 8, 10, 10], 5);
  expect(await handIn(8)).toMatchObject({
    session: { status: "PENDING_APPROVAL", linesRecounted: 3 },
  });
  expect([...(await causes())].sort()).toEqual(["CONTROL", "CONTROL", "OUT_OF_TOLERANCE"]);
  const asked = await rowsOf<{ details: object; line: number }>(
    database.db,
    sql`select e.details, l.line_number as line from session_event e
        join count_line l on l.warehouse_id = e.warehouse_id and l.id = e.line_id
        where e.session_id = ${session.id} and e.kind = 'RECOUNT_ASKED' order by e.sequence`,
  );
  // Nothing tells a control from a line that differs: neither their words nor their order.
  expect(new Set(asked.map(({ details }) => JSON.stringify(details))).size).toBe(1);
  expect(asked.map(({ line }) => line)).toEqual(asked.map(({ line }) => line).sort());
});

test("where nothing differs a control is drawn all the same", async () => {
  await open({ recountAtHandIn: true });
  await count("maria", [10, 10, 10, 10], 5);
  await handIn(8);
  expect(await causes()).toEqual(["CONTROL"]);
});

test("control: unless the option says so, nothing is asked for", async () => {
  await open({});
  await count("maria", [10, 8, 10, 10], 5);
  await handIn(8);
  expect(await causes()).toEqual([]);
});

test("rounds that disagree get another when the count is handed in again, and no line is drawn twice", async () => {
  await open({ recountAtHandIn: true, controlRecountPercent: 50 });
  await count("maria", [10, 8, 10, 10], 5);
  await handIn(8);
  await count("jonas", [10, 9, 10, 10], 10);
  await reopenCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, sessionId: session.id, actorId: "ines", now: at(20) },
  });
  await handIn(25);
  expect([...(await causes())].sort()).toEqual([
    ...["CONTROL", "CONTROL", "DISAGREEMENT", "OUT_OF_TOLERANCE"],
  ]);
});

test("whoever asks for a view of a blind count has controls asked for with it, and a list has none", async () => {
  await open({});
  await count("maria", [10, 8, 10, 9], 5);
  const ask = (key: string, target: Parameters<typeof requestRecount>[2]["target"]) =>
    requestRecount(database.orm.em, silentDoorbell, {
      ...{ warehouseId: session.warehouseId, sessionId: session.id, key, target },
      ...{ assigneeId: null, reason: "too few", actorId: "ines", now: at(10) },
    });
  const { id } = await warehouse.line(session, warehouse.place(1));
  expect(await ask("one", { kind: "LINES", lineIds: [id] })).toMatchObject({ controlCount: 0 });
  expect(await ask("all", { kind: "VIEW", view: "SHORTAGES" })).toMatchObject({
    ...{ controlCount: 1 },
    refused: [{ lineId: id, reason: "ALREADY_ASKED" }],
  });
  expect([...(await causes())].sort()).toEqual(["ASKED", "ASKED", "CONTROL"]);
});
