import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, wholeWarehouse } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { countOfNothing, stockManyItems } from "../../../test/stock-many-items.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";

let database: TestDatabase;
let floor: PostingFloor;
let mustHold: boolean;

beforeEach(async () => {
  mustHold = true;
  database = await openTestDatabase("at-once");
  floor = await PostingFloor.open(database);
});
afterEach(async () => {
  if (mustHold) expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function held(): Promise<object> {
  const row = await firstRowOf<object>(
    database.db,
    sql`select (select coalesce(sum(quantity_on_hand), 0)::int from quant) as units,
          (select count(*)::int from stock_move where kind = 'COUNT_ADJUSTMENT') as moves,
          (select count(*)::int from posting) as postings`,
  );
  return row ?? {};
}

test("F12: 5,000 lines posted twice at once are one posting; reversed, stock is as if never", async () => {
  const session = await countOfNothing(floor, 5_000);
  const { digest } = await floor.preview(session);
  const outcomes = await Promise.all([
    floor.tryPosting(session, digest),
    floor.tryPosting(session, digest),
  ]);
  const [first, second] = outcomes.map((outcome) => ("posting" in outcome ? outcome : null));
  expect([first?.wasPosted, second?.wasPosted].sort()).toEqual([false, true]);
  expect(first?.posting).toEqual(second?.posting);
  expect(await held()).toEqual({ units: 0, moves: 5_000, postings: 1 });
  await floor.warehouse.move({ quantity: new Decimal(7), effectiveAt: at(55) });
  if (first) await floor.reverse(first.posting);
  expect(await held()).toEqual({ units: 25_007, moves: 5_000, postings: 2 });
}, 60_000);

/** Counts of one line each, 3 of 5 found. */
async function smallCounts(count: number): Promise<{ session: SessionRow; digest: string }[]> {
  const counts = [];
  for (const itemId of await stockManyItems(floor, count)) {
    const scope = { ...wholeWarehouse, itemIds: [itemId] };
    const session = await floor.warehouse.openCount({ countType: "ITEMS", scope });
    const place = await firstRowOf<{ locationId: number }>(
      database.db,
      sql`select location_id as "locationId" from quant where item_id = ${itemId}`,
    );
    await floor.warehouse.record(session, [
      floor.warehouse.observation({ count: 3, itemId, ...place }),
    ]);
    counts.push({ session, digest: (await floor.preview(session)).digest });
  }
  return counts;
}

test("T7: eight people post each of 40 counts at once: one posting each, and all are told of it", async () => {
  const counts = await smallCounts(40);
  const outcomes = [];
  for (const { session, digest } of counts) {
    const everybody = Array.from({ length: 8 }, () => floor.tryPosting(session, digest));
    outcomes.push(...(await Promise.all(everybody)));
  }
  const made = outcomes.filter((outcome) => "posting" in outcome && !outcome.wasPosted);
  const told = outcomes.filter((outcome) => "posting" in outcome && outcome.wasPosted);
  expect([made.length, told.length]).toEqual([40, 280]);
  expect(await held()).toEqual({ units: 120, moves: 40, postings: 40 });
}, 60_000);

test("control of T7: looking first and acting then, without a lock, takes the stock eight times", async () => {
  mustHold = false;
  const [{ session } = { session: null }] = await smallCounts(1);
  const isOpen = async () =>
    (await firstRowOf(
      database.db,
      sql`select 1 from count_session where id = ${session?.id} and status = 'OPEN'`,
    )) !== null;
  const post = (by: number) => sql`
    with adjusted as (
      select append_stock_moves(l.warehouse_id, ${`person ${by}`}, now(), array[row(l.item_id,
        l.location_id, l.lot_id, l.stock_status, 'COUNT_ADJUSTMENT', l.quantity_variance,
        l.window_last_at, 'naive ' || l.id, 0, '', null, null, '{}')::stock_move_entry])
      from count_line l where l.session_id = ${session?.id}
    )
    update count_session set status = 'POSTED' from adjusted where id = ${session?.id}`;
  const looked = await Promise.all(Array.from({ length: 8 }, isOpen));
  await Promise.all(
    looked.flatMap((wasOpen, by) => (wasOpen ? [post(by).execute(database.ownerDb)] : [])),
  );
  expect(await held()).toEqual({ units: 5 - 8 * 2, moves: 8, postings: 0 });
  expect(await brokenInvariants(database)).toContainEqual(expect.stringContaining("I5"));
});

test("control of T7: the fence refuses a line that is posted, whoever forgets the lock", async () => {
  const session = await countOfNothing(floor, 1);
  await floor.post(session);
  await expect(
    sql`insert into posting_line (warehouse_id, posting_id, line_id, quantity_counted,
          quantity_expected, quantity_delta, currency, counted_at)
        select warehouse_id, posting_id + 1, line_id, quantity_counted, quantity_expected,
          quantity_delta, currency, counted_at from posting_line`.execute(database.db),
  ).rejects.toMatchObject({ code: "23505" });
});
