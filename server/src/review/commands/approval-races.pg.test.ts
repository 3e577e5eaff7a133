import { afterEach, beforeEach, expect, test } from "vitest";
import { ApprovalDesk } from "../../../test/approval-desk.ts";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, wholeWarehouse } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { stockManyItems } from "../../../test/stock-many-items.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { SeededRandom } from "../../demonstration/seeded-random.ts";
import { Decimal } from "../../shared/exact-decimal.ts";

const interleavings = 220;
const countsAtOnce = 4;

let database: TestDatabase;
let floor: PostingFloor;
let desk: ApprovalDesk;

beforeEach(async () => {
  database = await openTestDatabase("approval-races");
  floor = await PostingFloor.open(database, true);
  desk = new ApprovalDesk(floor);
});
afterEach(() => database.close());

interface Counted {
  session: SessionRow;
  itemId: number;
  locationId: number;
}

/** A count of one line, of whose 5 pieces 4 are found. */
async function begin(): Promise<Counted> {
  const itemIds = await stockManyItems(floor, 1);
  const scope = { ...wholeWarehouse, itemIds };
  const session = await floor.warehouse.openCount({ countType: "ITEMS", scope });
  const [line] = await rowsOf<{ itemId: number; locationId: number }>(
    database.db,
    sql`select item_id as "itemId", location_id as "locationId" from count_line
        where session_id = ${session.id}`,
  );
  const counted = { session, itemId: line?.itemId ?? 0, locationId: line?.locationId ?? 0 };
  await enter(counted, { count: 4 });
  return counted;
}

const enter = ({ session, ...place }: Counted, given: object) =>
  floor.warehouse.record(session, [floor.warehouse.observation({ ...place, ...given })]);

/** What may happen to the line while somebody approves it and somebody posts it. */
function changes(counted: Counted): (() => Promise<unknown>)[] {
  const { itemId, locationId } = counted;
  const quantity = new Decimal(1);
  return [
    () => enter(counted, { count: 1, minute: 10, actorId: "jonas" }),
    () => enter(counted, { count: 1, minute: 10, actorId: "petra" }),
    () => enter(counted, { count: 3, minute: 11, mode: "VERIFY", actorId: "jonas" }),
    () =>
      floor.warehouse.move({
        ...{ kind: "RECEIPT", itemId, locationId, quantity },
        ...{ effectiveAt: at(3), recordedAt: at(58) },
      }),
  ];
}

async function interleave(seed: number, counted: Counted): Promise<void> {
  const random = new SeededRandom(`approval ${seed}`);
  const { session } = counted;
  const { plan } = await desk.preview(session);
  const accepted = ["TIME_UNCERTAIN", "MOVED_DURING_COUNT"] as const;
  const deeds = [
    async () => {
      await desk.approveWith(session, plan.digest);
      if (random.integer(0, 1) === 1) await floor.tryToPost(session, { accepted });
    },
    ...random.pickSome(changes(counted), random.integer(0, 2)),
    () => floor.tryToPost(session, { accepted }),
  ];
  await Promise.all(random.pickSome(deeds, deeds.length).map((deed) => deed()));
}

/** Approvals that hold of other numbers than the line has, or than were posted, or of one's own count. */
function wrongApprovals(): Promise<{ lineId: number }[]> {
  return rowsOf(
    database.db,
    sql`select a.line_id as "lineId" from line_approval a
        join count_line l on l.warehouse_id = a.warehouse_id and l.id = a.line_id
        where a.invalidated_at is null and (
          (a.quantity_counted, a.quantity_expected)
            is distinct from (l.quantity_counted, l.quantity_expected)
          or l.is_disputed
          or a.quantity_counted <> (select sum(o.quantity) from observation o
            where o.line_id = l.id and o.outcome = 'RECORDED' and o.mode = 'ADD')
          or exists (select from observation o where o.line_id = l.id and o.recorded_by = a.approved_by
            and o.outcome = 'RECORDED'))`,
  );
}

test(`an approval races entries, late moves and postings in ${interleavings} interleavings: none holds of other numbers`, async () => {
  for (let seed = 1; seed <= interleavings; seed += countsAtOnce) {
    const counts: Counted[] = [];
    while (counts.length < countsAtOnce) counts.push(await begin());
    await Promise.all(counts.map((counted, at) => interleave(seed + at, counted)));
  }
  const [outcomes] = await rowsOf<Record<"held" | "lost" | "posted", number>>(
    database.db,
    sql`select count(*) filter (where invalidated_at is null)::int as held,
          count(invalidated_at)::int as lost, (select count(*)::int from posting) as posted
        from line_approval`,
  );
  // Each order has come about: else nothing was shown.
  expect(Math.min(outcomes?.held ?? 0, outcomes?.lost ?? 0, outcomes?.posted ?? 0)).toBeGreaterThan(
    interleavings / 20,
  );
  expect(await wrongApprovals()).toEqual([]);
  expect(await brokenInvariants(database)).toEqual([]);
}, 240_000);

test("control: a count that forgets that it has approvals lets them hold of other numbers", async () => {
  const counted = await begin();
  await desk.approve(counted.session);
  await sql`update count_session set approvals_standing = 0`.execute(database.ownerDb);
  await enter(counted, { count: 1, minute: 10, actorId: "jonas" });
  expect(await wrongApprovals()).toHaveLength(1);
  expect(await brokenInvariants(database)).toEqual([
    expect.stringContaining("An approval that holds is of the numbers"),
  ]);
});
