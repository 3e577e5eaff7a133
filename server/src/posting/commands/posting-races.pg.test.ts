import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, wholeWarehouse } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { stockManyItems } from "../../../test/stock-many-items.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { cancelCountSession } from "../../counting/commands/cancel-count-session.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { SeededRandom } from "../../demonstration/seeded-random.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { PostingRow } from "../domain/rows.ts";

/** Each has a seed of its own, which a failure names. `npm run test:races` draws 1,000. */
const interleavings = inject("interleavings");
const secondsEach = 3;

let database: TestDatabase;
let floor: PostingFloor;

beforeEach(async () => {
  database = await openTestDatabase("races");
  floor = await PostingFloor.open(database);
});
afterEach(() => database.close());

interface Place {
  itemId: number;
  locationId: number;
  lineId: number;
}

/** A count of two lines of 5 each, of which 4 are found on the first. */
async function begin(): Promise<{ session: SessionRow; places: Place[] }> {
  const itemIds = await stockManyItems(floor, 2);
  const scope = { ...wholeWarehouse, itemIds };
  const session = await floor.warehouse.openCount({ countType: "ITEMS", scope });
  const places = await rowsOf<Place>(
    database.db,
    sql`select item_id as "itemId", location_id as "locationId", id as "lineId" from count_line
        where session_id = ${session.id} order by id`,
  );
  await floor.warehouse.record(session, [floor.warehouse.observation({ count: 4, ...places[0] })]);
  return { session, places };
}

/** What may happen at the same moment; each comes to an end, with a yes or a no. */
function deeds(session: SessionRow, places: Place[], posted: PostingRow[]) {
  const { warehouse } = floor;
  const accepted = ["MOVED_DURING_COUNT", "TIME_UNCERTAIN"] as const;
  const enter = (place: Place | undefined) => async () => {
    const { itemId, locationId } = place ?? { itemId: 0, locationId: 0 };
    await warehouse.record(session, [warehouse.observation({ count: 1, itemId, locationId })]);
  };
  const post = (lineIds: number[] | null) => async () => {
    const choice = lineIds ? { kind: "LINES" as const, lineIds } : { kind: "ALL" as const };
    const outcome = await floor.tryToPost(session, { choice, accepted });
    if ("posting" in outcome) posted.push(outcome.posting);
  };
  const move = (kind: "RECEIPT" | "ISSUE", minute: number) => async () => {
    const { itemId, locationId } = places[0] ?? { itemId: 0, locationId: 0 };
    const [quantity, effectiveAt] = [new Decimal(1), at(minute)];
    await warehouse.move({ kind, itemId, locationId, quantity, effectiveAt, recordedAt: at(58) });
  };
  return [
    ...[enter(places[0]), enter(places[1])],
    ...[post(null), post(null), post([places[0]?.lineId ?? 0])],
    ...[move("RECEIPT", 20), move("ISSUE", 20), move("RECEIPT", 3), move("ISSUE", 3)],
    () => floor.handIn(session).catch(noted),
    () => cancel(session),
    async () => {
      const last = posted.at(-1);
      if (last) await floor.tryToReverse(last);
    },
  ];
}

/** A no of the domain that these helpers throw. */
function noted(error: unknown): void {
  if (!(error instanceof Error) || "code" in error) throw error;
}

const cancel = ({ id: sessionId, warehouseId }: SessionRow) =>
  cancelCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId, sessionId, actorId: "ines", now: at(58), reason: "enough" },
  });

/** I4: quants that are not the sum of their moves, in one snapshot. */
async function mismatches(): Promise<number> {
  const row = await firstRowOf<{ count: number }>(
    database.db,
    sql`select count(*)::int as count from (
          select q.id from quant q
          join lateral (
            select coalesce(sum(m.quantity), 0) as quantity from stock_move m
            where m.warehouse_id = q.warehouse_id and m.quant_id = q.id) m on true
          where q.id > (select max(id) - 10 from quant) and q.quantity_on_hand <> m.quantity) w`,
  );
  return row?.count ?? -1;
}

/** Posted lines whose number is not what was entered before them: an entry is in the post or late. */
function wrongPosts(): Promise<{ lineId: number }[]> {
  return rowsOf(
    database.db,
    sql`select p.line_id as "lineId" from posting_line p
        join count_line l on l.warehouse_id = p.warehouse_id and l.id = p.line_id
        where p.reverses_posting_id is null and p.reversed_by_id is null
          and (p.quantity_counted <> l.quantity_counted or p.quantity_counted <> (
            select sum(o.quantity) from observation o
            where o.warehouse_id = l.warehouse_id and o.line_id = l.id and o.outcome = 'RECORDED'
              and o.mode = 'ADD'))`,
  );
}

test(
  `T9, T10: ${interleavings} interleavings of posting with all else leave nothing wrong`,
  async () => {
    let samples = 0;
    for (let seed = 1; seed <= interleavings; seed += 1) {
      const random = new SeededRandom(`posting ${seed}`);
      const { session, places } = await begin();
      const posted: PostingRow[] = [];
      for (let round = 0; round < 2; round += 1) {
        const chosen = random.pickSome(deeds(session, places, posted), random.integer(2, 4));
        let isOver = false;
        const looks = (async () => {
          while (!isOver) {
            expect(await mismatches(), `seed ${seed}`).toBe(0);
            samples += 1;
          }
        })();
        await Promise.all(chosen.map((deed) => deed())).finally(() => (isOver = true));
        await looks;
      }
      await cancel(session);
    }
    expect(await wrongPosts()).toEqual([]);
    expect(samples).toBeGreaterThan(interleavings * 4);
    expect(await brokenInvariants(database)).toEqual([]);
  },
  60_000 + interleavings * secondsEach * 1_000,
);

test("control of T9: a posted line that still takes entries is told apart", async () => {
  const { session, places } = await begin();
  await floor.post(session);
  await sql`update count_line set is_active = true`.execute(database.ownerDb);
  await floor.warehouse.record(session, [floor.warehouse.observation({ count: 1, ...places[0] })]);
  expect(await wrongPosts()).toEqual([{ lineId: places[0]?.lineId }]);
});

test("control of T10: stock that changes beside the ledger is seen", async () => {
  await begin();
  await sql`update quant set quantity_on_hand = quantity_on_hand + 1`.execute(database.ownerDb);
  expect(await mismatches()).toBeGreaterThan(0);
});
