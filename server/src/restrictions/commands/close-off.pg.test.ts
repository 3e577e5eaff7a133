import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, wholeWarehouse } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { moveIn } from "../../../test/stocked-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { recordStockMoves } from "../../stock/commands/record-stock-moves.ts";
import type { CloseOffMode, CloseOffRow } from "../domain/close-off.ts";
import { closeOffLocation } from "./close-off-location.ts";
import { endCloseOff } from "./end-close-off.ts";
import { extendCloseOff } from "./extend-close-off.ts";

let database: TestDatabase;
let floor: PostingFloor;
let warehouseId: number;
let shelf: number;

beforeEach(async () => {
  database = await openTestDatabase("close-off");
  floor = await PostingFloor.open(database);
  ({ warehouseId } = floor.warehouse.stocked);
  shelf = floor.warehouse.place(0);
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function closeOff(
  given: { mode?: CloseOffMode; locationId?: number; until?: Date } = {},
): Promise<CloseOffRow> {
  const outcome = await closeOffLocation(database.orm.em, {
    ...{ warehouseId, locationId: given.locationId ?? shelf, mode: given.mode ?? "DENY" },
    ...{ reason: "a spill", expiresAt: given.until ?? at(50), actorId: "ines", now: at(0) },
  });
  if ("rejection" in outcome) throw new Error(outcome.rejection.message);
  return outcome.closeOff;
}

function receive(given: { now?: Date; locationId?: number; override?: string | null } = {}) {
  const now = given.now ?? at(10);
  return recordStockMoves(database.orm.em, silentDoorbell, {
    ...{ warehouseId, now, recordedBy: "a program" },
    moves: [
      moveIn(floor.warehouse.stocked, { effectiveAt: now, locationId: given.locationId ?? shelf }),
    ],
    closeOffOverride: given.override ?? null,
  });
}

/** A place above the shelf. */
async function aisle(): Promise<number> {
  const row = await firstRowOf<{ id: number }>(
    database.ownerDb,
    sql`with aisle as (
          insert into location (warehouse_id, path, code, name, kind)
          values (${warehouseId}, '', 'AISLE', 'Aisle', 'AISLE') returning id
        )
        select id from aisle`,
  );
  const id = row?.id ?? 0;
  await sql`update location set path = '/' || id || '/' where id = ${id}`.execute(database.ownerDb);
  await sql`update location set parent_id = ${id}, path = '/' || ${id}::text || '/' || id || '/'
      where id = ${shelf}`.execute(database.ownerDb);
  return id;
}

describe("a place that is closed off", () => {
  test("takes nothing while it is, whoever asks, and again when it has run out", async () => {
    const { id } = await closeOff();
    expect(await receive()).toMatchObject({
      rejections: [{ reason: "LOCATION_CLOSED_OFF", closeOffId: id }],
    });
    expect(await receive({ now: at(51) })).toHaveProperty("moves");
  });

  test("has everything below it closed off, and nothing beside it", async () => {
    await closeOff({ locationId: await aisle() });
    expect(await receive()).toHaveProperty("rejections");
    expect(await receive({ locationId: floor.warehouse.place(1) })).toHaveProperty("moves");
  });

  test("can be passed over with a reason, which is kept", async () => {
    const { id } = await closeOff();
    const outcome = await receive({ override: "the truck waits" });
    expect(outcome).toMatchObject({
      noted: [{ closeOffId: id, overrideReason: "the truck waits" }],
    });
    expect(await receive({ override: "  " })).toHaveProperty("rejections");
  });

  test.each(["WARN", "FLAG"] as const)("%s: moves are made, and noted", async (mode) => {
    const { id } = await closeOff({ mode });
    expect(await receive()).toMatchObject({ noted: [{ closeOffId: id, overrideReason: null }] });
  });

  test("is extended and ended by its owner; by somebody else only with a reason", async () => {
    const key = { warehouseId, id: (await closeOff()).id };
    const [ines, petra] = ["ines", "petra"].map((actorId) => ({ ...key, actorId, now: at(5) }));
    const { em } = database.orm;
    if (!ines || !petra) throw new Error("Nobody is there.");
    const no = { rejection: { reason: "NOT_THE_OWNER" } };
    expect(await extendCloseOff(em, { ...petra, expiresAt: at(58) })).toMatchObject(no);
    await extendCloseOff(em, { ...ines, expiresAt: at(58) });
    expect(await receive({ now: at(55) })).toHaveProperty("rejections");
    expect(await endCloseOff(em, { ...petra, reason: "" })).toMatchObject(no);
    await endCloseOff(em, { ...petra, reason: "the truck waits" });
    expect(await receive({ now: at(55) })).toHaveProperty("moves");
    expect(await endCloseOff(em, { ...ines, reason: "" })).toMatchObject({
      rejection: { reason: "CLOSE_OFF_OVER" },
    });
    const steps = await rowsOf(
      database.db,
      sql`select kind, actor_id as by, reason from close_off_step order by id`,
    );
    expect(steps).toEqual([
      { kind: "MADE", by: "ines", reason: "a spill" },
      { kind: "EXTENDED", by: "ines", reason: null },
      { kind: "ENDED", by: "petra", reason: "the truck waits" },
    ]);
  });
});

describe("moves and closing off at the same moment", () => {
  const lastMove = async () =>
    (
      await firstRowOf<{ id: number }>(
        database.db,
        sql`select last_move_id as id from ledger_head where warehouse_id = ${warehouseId}`,
      )
    )?.id;

  test("no move enters the ledger behind the answer that the place is closed off, in 40 races", async () => {
    for (let race = 0; race < 40; race += 1) {
      const moving = Promise.all(Array.from({ length: 4 }, () => receive()));
      const closing = closeOff().then(async (made) => ({ made, last: await lastMove() }));
      const [{ made, last }] = await Promise.all([closing, moving]);
      expect(await lastMove(), `race ${race}`).toBe(last);
      const key = { warehouseId, id: made.id, actorId: "ines", now: at(1) };
      await endCloseOff(database.orm.em, { ...key, reason: "" });
    }
  }, 60_000);

  test("control: without the ledger's lock a move that had looked before enters behind it", async () => {
    const seen = await rowsOf(database.db, sql`select from close_off where ended_at is null`);
    await sql`insert into close_off (warehouse_id, location_id, mode, owner_id, reason, made_at,
          expires_at)
        values (${warehouseId}, ${shelf}, 'DENY', 'ines', 'a spill', ${at(0)}, ${at(50)})`.execute(
      database.ownerDb,
    );
    await sql`insert into close_off_step (warehouse_id, close_off_id, kind, actor_id, happened_at)
        select warehouse_id, id, 'MADE', owner_id, made_at from close_off`.execute(
      database.ownerDb,
    );
    const before = await lastMove();
    // Whoever looked before decides by what he saw: nothing in the way.
    if (seen.length === 0)
      await sql`select append_stock_moves(${warehouseId}::int, 'late', ${at(10)}::timestamptz,
          array[row(${floor.warehouse.stocked.bulk}, ${shelf}, null, 'AVAILABLE', 'RECEIPT', 1,
            ${at(10)}::timestamptz, 'late', 0, '', null, null, '{}')::stock_move_entry])`.execute(
        database.ownerDb,
      );
    expect(await lastMove()).not.toBe(before);
  });
});

describe("a count", () => {
  const counted = async (closeOffAtStart: boolean) => {
    const { warehouse } = floor;
    await warehouse.move({ quantity: new Decimal(12), effectiveAt: at(-30) });
    const session = await warehouse.openCount({
      countType: "LOCATIONS",
      scope: { ...wholeWarehouse, locationIds: [shelf] },
      ...(closeOffAtStart
        ? { closeOff: { mode: "DENY" as const, reason: "counting", expiresAt: at(58) } }
        : {}),
    });
    await warehouse.record(session, [warehouse.observation({ count: 10, minute: 5 })]);
    return session;
  };

  test("that has closed its places off keeps moves out, posts, and opens them with its end", async () => {
    const session = await counted(true);
    expect(await receive()).toMatchObject({ rejections: [{ reason: "LOCATION_CLOSED_OFF" }] });
    await floor.post(session, { now: at(20) });
    expect(await receive()).toHaveProperty("rejections");
    await floor.handIn(session);
    expect(await floor.statusOf(session)).toBe("POSTED");
    expect(await receive()).toHaveProperty("moves");
  });

  test("is not posted where somebody else has closed the place off, which the refusal names", async () => {
    const session = await counted(false);
    const { id: closeOffId } = await closeOff();
    const { digest, refused } = await floor.preview(session, { now: at(20) });
    expect(refused).toMatchObject([{ reasons: ["PLACE_CLOSED_OFF"], closeOffId }]);
    expect(await floor.tryPosting(session, digest, { now: at(20) })).toMatchObject({
      rejection: { reason: "LINES_REFUSED" },
    });
    expect(await floor.tryPosting(session, digest, { now: at(51) })).toHaveProperty("posting");
  });

  test("is posted where a place only warns, and the adjustment is noted", async () => {
    const session = await counted(false);
    const { id } = await closeOff({ mode: "WARN" });
    await floor.post(session, { now: at(20) });
    const noted = await rowsOf(
      database.db,
      sql`select close_off_id as "closeOffId" from close_off_move`,
    );
    expect(noted).toEqual([{ closeOffId: id }]);
  });

  test("that is posted is not taken back while somebody else has the place closed off", async () => {
    const session = await counted(false);
    const posting = await floor.post(session, { now: at(20) });
    await closeOff({ until: at(59 + 60) });
    expect(await floor.tryToReverse(posting)).toMatchObject({
      rejection: { reason: "PLACE_CLOSED_OFF" },
    });
  });
});
