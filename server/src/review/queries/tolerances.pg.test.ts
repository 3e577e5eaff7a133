import "reflect-metadata";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { CountedWarehouse, at } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { cancelCountSession } from "../../counting/commands/cancel-count-session.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { lineIdsOf, sumLines } from "../../counting/queries/list-lines.ts";
import { rowsOf, firstRowOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { saveToleranceSet, type SaveToleranceSet } from "../commands/save-tolerance-set.ts";
import { builtInLimits } from "../domain/resolve-tolerance.ts";
import { limitKinds, type Limits } from "../domain/tolerance-limits.ts";
import { findToleranceSet } from "../storage/tolerance-set.ts";
import { saveSessionLimits } from "../storage/session-tolerance.ts";
import { createToleranceVerdictLoader } from "./tolerance-verdict.loader.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let warehouseId: number;

beforeAll(async () => {
  database = await openTestDatabase("tolerances");
  warehouse = await CountedWarehouse.open(database);
  ({ warehouseId } = warehouse.stocked);
  for (const place of [0, 1, 2])
    await warehouse.move({ quantity: new Decimal(10), locationId: warehouse.place(place) });
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(() => database.close());

const none = { upper: null, lower: null };
const noLimits = Object.fromEntries(limitKinds.map((kind) => [kind, none])) as unknown as Limits;
const upTo = (kind: keyof Limits, limit: number): Limits => ({
  ...noLimits,
  [kind]: { upper: new Decimal(limit), lower: new Decimal(limit) },
});
const rule = (limits: Limits, name: object = {}) => ({
  ...{ itemId: null, abcClass: null, locationId: null, limits },
  ...name,
});

const save = (basedOnVersion: number, rules: SaveToleranceSet["rules"]) =>
  saveToleranceSet(database.orm.em, {
    ...{ warehouseId, basedOnVersion, rules, savedBy: "ines", now: at(0) },
  });

const outIn = (session: SessionRow) =>
  sumLines(database.db, session, { view: "OUT_OF_TOLERANCE" }).then(({ lines }) => lines);

async function countAll(session: SessionRow, counts: number[]) {
  await warehouse.record(
    session,
    counts.map((count, at) => warehouse.observation({ count, locationId: warehouse.place(at) })),
  );
}
const close = (session: SessionRow) =>
  cancelCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId, sessionId: session.id, actorId: "ines", reason: "done", now: at(59) },
  });

test("without a set whatever differs is out; a count keeps the version it started with", async () => {
  const before = await warehouse.openCount();
  await countAll(before, [10, 9, 13]);
  expect(await outIn(before)).toBe(2);
  expect(await save(0, [rule(upTo("QUANTITY", 2))])).toMatchObject({ saved: { version: 1 } });
  expect(await outIn(before)).toBe(2);
  await close(before);

  const after = await warehouse.openCount();
  await countAll(after, [10, 9, 13]);
  expect(await outIn(after)).toBe(1);
  const line = await warehouse.line(after, warehouse.place(2));
  const loader = createToleranceVerdictLoader(database.db);
  expect(await loader.load({ warehouseId, lineId: line.id })).toMatchObject({
    source: "DEFAULT",
    version: 1,
    breaches: [
      { limit: "QUANTITY", side: "UPPER", allowed: new Decimal(2), found: new Decimal(3) },
    ],
  });
  await close(after);
});

test("a version is never changed: the next stands beside it, and of two at once one is told", async () => {
  const both = await Promise.all([
    save(1, [rule(upTo("PERCENT", 5))]),
    save(1, [rule(upTo("PERCENT", 6))]),
  ]);
  expect(both.filter((each) => "saved" in each)).toHaveLength(1);
  expect(both).toContainEqual({
    rejection: expect.objectContaining({ reason: "VERSION_OUTDATED" }),
  });
  const first = await findToleranceSet(database.db, warehouseId, 1);
  expect(first?.rules).toEqual([rule(upTo("QUANTITY", 2))]);
  expect((await findToleranceSet(database.db, warehouseId, null))?.version).toBe(2);
  await expect(
    sql`update tolerance_rule set quantity_upper = 9`.execute(database.ownerDb),
  ).rejects.toThrow();
});

/** A small generator of its own: the same seed makes the same lines. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const linesMade = 20_000;

/** Behind the rules of counting: figures of any kind in as many lines as a large count has. */
async function fill(session: SessionRow): Promise<void> {
  await sql`
    with made as (
      insert into item (sku, description, unit_code, tracking, unit_cost, abc_class, created_at)
      select 'MANY-' || n, 'Item ' || n, 'EA', 'BULK', null,
        case n % 4 when 0 then 'A' when 1 then 'B' when 2 then 'C' end, now()
      from generate_series(1, ${linesMade / 4}::int) n
      returning id
    ), numbered as (select id, row_number() over (order by id) as n from made)
    insert into count_line (warehouse_id, session_id, line_number, origin, item_id, location_id,
      quantity_snapshot, ledger_position, snapshot_at, unit_cost, currency, state,
      quantity_counted, quantity_expected, quantity_variance, is_active)
    select ${warehouseId}, ${session.id}, 100 + n.n * 4 + p.at, 'FOUND', n.id, p.id, f.expected, 0,
      now(), f.cost, 'EUR', 'COUNTED', f.expected + f.variance, f.expected, f.variance, false
    from numbered n
    cross join unnest(${[0, 1, 2, 3].map((index) => warehouse.place(index))}::bigint[])
      with ordinality as p(id, at)
    cross join lateral (select
      (n.n * 7 + p.at) % 13 as expected,
      case when (n.n + p.at) % 5 = 0 then (n.n * 3 + p.at * 5) % 11 - 5 else 0 end as variance,
      case (n.n + p.at) % 3 when 0 then null when 1 then 0.5 else 20 end as cost) f`.execute(
    database.ownerDb,
  );
  await sql`analyze count_line; analyze item`.execute(database.ownerDb).catch(() => null);
}

test("the set-based answer is the domain's, for 20,000 lines and rules of every kind", async () => {
  const { places, bulk } = warehouse.stocked;
  const roll = dice(5);
  const anyLimits = (): Limits => {
    const kind = limitKinds[roll(4)] ?? "QUANTITY";
    const other = limitKinds[roll(4)] ?? "QUANTITY";
    const limits = {
      ...upTo(kind, roll(4)),
      [other]: { upper: new Decimal(roll(90)), lower: null },
    };
    return limits;
  };
  await sql`update location set parent_id = ${places[0]}::bigint,
      path = (select path from location where id = ${places[0]}) || id || '/'
    where id = ${places[1]}`.execute(database.ownerDb);
  const session = await warehouse.openCount();
  await fill(session);
  const items = await rowsOf<{ id: number }>(
    database.db,
    sql`select id from item where sku like 'MANY-%' order by id limit 2000`,
  );
  const places3 = [places[0], places[1], null];
  const named = [null, "A", "B", "C"].flatMap((abcClass) =>
    places3.map((locationId) => ({ abcClass, locationId })),
  );
  const saved = await save(2, [
    ...items.map(({ id }) => rule(anyLimits(), { itemId: id })),
    ...named.map((name) => rule(anyLimits(), name)),
    rule(builtInLimits, { itemId: bulk }),
  ]);
  expect(saved).toMatchObject({ saved: { version: 3 } });
  const key = { warehouseId, sessionId: session.id };
  const found: number[][] = [];
  for (const own of [null, upTo("VALUE", 3)]) {
    await saveSessionLimits(database.ownerDb, key, own);
    await sql`update session_tolerance set version = 3 where session_id = ${session.id}`.execute(
      database.ownerDb,
    );
    const out = await outBySql(session);
    expect(out.length).toBeGreaterThan(500);
    expect(await outByDomain(session)).toEqual(out);
    found.push(out);
  }
  // Control: what decides can be told from what does not.
  expect(found[0]).not.toEqual(found[1]);
  await sql`delete from count_line where session_id = ${session.id} and line_number > 100`.execute(
    database.ownerDb,
  );
  await close(session);
}, 60_000);

async function outBySql(session: SessionRow): Promise<number[]> {
  const row = await firstRowOf<{ ids: string[] }>(
    database.db,
    sql`select ${lineIdsOf(session, { view: "OUT_OF_TOLERANCE" }, [])} as ids`,
  );
  return (row?.ids ?? []).map(Number).toSorted((a, b) => a - b);
}

async function outByDomain(session: SessionRow): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    database.db,
    sql`select id from count_line
        where session_id = ${session.id} and quantity_variance <> 0 order by id`,
  );
  const loader = createToleranceVerdictLoader(database.db);
  const verdicts = await loader.loadMany(rows.map(({ id }) => ({ warehouseId, lineId: id })));
  return rows
    .filter((_, at) => {
      const verdict = verdicts[at];
      if (!verdict || verdict instanceof Error) throw new Error("A line has no verdict.");
      return verdict.breaches.length > 0;
    })
    .map(({ id }) => id);
}
