import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ApprovalDesk } from "../../../test/approval-desk.ts";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { closeCountSession } from "../../counting/commands/close-count-session.ts";
import { matchObservation } from "../../counting/commands/match-observation.ts";
import { resetCountSession } from "../../counting/commands/reset-count-session.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";

/** T30: nobody approves what he had a hand in, whichever way it came about. */
let database: TestDatabase;
let floor: PostingFloor;
let desk: ApprovalDesk;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("duties");
  floor = await PostingFloor.open(database, true);
  desk = new ApprovalDesk(floor);
  await floor.warehouse.move({ quantity: new Decimal(100), effectiveAt: at(-30) });
});
afterEach(() => database.close());

const begin = async () => {
  session = await floor.warehouse.openCount();
};
const enter = (given: Parameters<typeof floor.warehouse.observation>[0]) =>
  floor.warehouse.record(session, [floor.warehouse.observation(given)]);
const request = (actorId: string) => ({
  ...{ warehouseId: session.warehouseId, sessionId: session.id, actorId, now: at(59) },
});

/** Each ends with a counted line in which petra had a hand. */
const ways: [string, () => Promise<unknown>][] = [
  ["counted it alone", () => enter({ count: 98, actorId: "petra" })],
  [
    "counted a part of it",
    async () => {
      await enter({ count: 90 });
      await enter({ count: 8, actorId: "petra" });
    },
  ],
  [
    "verified it, and agreed",
    async () => {
      await enter({ count: 98 });
      await enter({ count: 98, mode: "VERIFY", actorId: "petra" });
    },
  ],
  [
    "counted it, and took it back before another counted it",
    async () => {
      await enter({ count: 5, actorId: "petra", externalId: "mine" });
      const voids = { actorId: "petra", externalId: "mine" };
      await enter({ quantity: null, mode: "VOID", actorId: "petra", voids });
      await enter({ count: 98 });
    },
  ],
  [
    "took an entry of another back",
    async () => {
      await enter({ count: 98 });
      await enter({ count: 1, minute: 10, externalId: "one more" });
      const voids = { actorId: "maria", externalId: "one more" };
      const by = { actorId: "petra", isSupervisor: true, reason: "twice" };
      await enter({ quantity: null, mode: "VOID", voids, ...by });
    },
  ],
  [
    "counted it before the count was begun again",
    async () => {
      await enter({ count: 50, actorId: "petra" });
      const again = { ...request("ines"), reason: "wrong hall" };
      await resetCountSession(database.orm.em, silentDoorbell, again);
      await enter({ count: 98 });
    },
  ],
  [
    "said what somebody's loose entry meant",
    async () => {
      await enter({ count: 98, itemId: undefined, rawScan: "?" });
      const loose = await firstRowOf<{ id: number }>(
        database.db,
        sql`select id from observation where outcome = 'UNMATCHED'`,
      );
      const { stocked } = floor.warehouse;
      await matchObservation(database.orm.em, silentDoorbell, {
        ...{ warehouseId: session.warehouseId, observationId: loose?.id ?? 0 },
        ...{ matchedBy: "petra", now: at(59) },
        asked: {
          ...{ itemId: stocked.bulk, locationId: floor.warehouse.place(0), lineId: undefined },
          ...{ lotCode: null, stockStatus: "AVAILABLE", quantity: null, unitCode: null },
          serials: [],
        },
      });
    },
  ],
  [
    "closed the count with what nobody visited as zero",
    () =>
      closeCountSession(database.orm.em, silentDoorbell, {
        ...request("petra"),
        notVisited: "COUNT_AS_ZERO",
      }),
  ],
];

describe("T30: nobody approves a line of which he has", () => {
  test.each(ways)("%s", async (_, way) => {
    await begin();
    await way();
    const { id } = await floor.warehouse.line(session);
    expect(await desk.approve(session)).toMatchObject({
      rejection: { reason: "NOTHING_TO_APPROVE" },
      refused: [{ lineId: id, reasons: ["OWN_COUNT"] }],
    });
    expect(await desk.approvalOf(session, id)).toBeNull();
    expect(await desk.approve(session, { actorId: "olga" })).toMatchObject({
      approved: { lines: 1 },
    });
    expect(await brokenInvariants(database)).toEqual([]);
  });
});

test("T30: an approver who counts afterwards, whatever she finds, loses her approval", async () => {
  await begin();
  await enter({ count: 98 });
  await desk.approve(session);
  await enter({ count: 98, mode: "VERIFY", minute: 12, actorId: "petra" });
  const { id, counted, isDisputed } = await floor.warehouse.line(session);
  expect([counted, isDisputed]).toEqual(["98", false]);
  expect(await desk.approvalOf(session, id)).toMatchObject({
    state: "LOST",
    lostBecause: "COUNTED_BY_APPROVER",
  });
  expect(await desk.approve(session)).toMatchObject({ refused: [{ reasons: ["OWN_COUNT"] }] });
});

test("T30: whoever only said that he could not get there may approve what another counted", async () => {
  await begin();
  await enter({ quantity: null, mode: "NOT_ACCESSIBLE", actorId: "petra" });
  await enter({ count: 98, minute: 20 });
  expect(await desk.approve(session)).toMatchObject({ approved: { lines: 1 } });
});

test("T30: where one person does all it is said before the count starts, and shown ever after", async () => {
  await begin();
  await sql`insert into option_value (code, value, changed_by, changed_at)
    values ('singlePerson', 'true'::jsonb, 'ada', now())`.execute(database.ownerDb);
  await enter({ count: 98, actorId: "petra" });
  expect(await desk.approve(session)).toMatchObject({ refused: [{ reasons: ["OWN_COUNT"] }] });
  await floor.tryToPost(session);
  const { id: sessionId, warehouseId } = session;
  await sql`update count_line set is_active = false where session_id = ${sessionId}`.execute(
    database.ownerDb,
  );
  await begin();
  await enter({ count: 98, actorId: "petra" });
  const { plan } = await desk.preview(session);
  expect(plan).toMatchObject({ lines: 1, ownCounts: 1 });
  await desk.approve(session);
  const { id } = await floor.warehouse.line(session);
  expect(await desk.approvalOf({ ...session, warehouseId }, id)).toMatchObject({
    state: "APPROVED",
    isOwnCount: true,
  });
});

test("control of T30: an approval of one's own count, put there behind the server's back, is seen", async () => {
  await begin();
  await enter({ count: 98, actorId: "petra" });
  await sql`with told as (update count_session set approvals_standing = 1)
    insert into line_approval (warehouse_id, session_id, line_id, approved_by, approved_at,
      numbers_digest, event_sequence, quantity_counted, quantity_expected, unit_cost, currency)
    select warehouse_id, session_id, id, 'petra', now(),
      line_numbers_digest(quantity_counted, quantity_expected, unit_cost, currency), 1,
      quantity_counted, quantity_expected, unit_cost, currency
    from count_line where state = 'COUNTED'`.execute(database.ownerDb);
  expect(await brokenInvariants(database)).toEqual([
    expect.stringContaining("Nobody's approval holds of what he has counted"),
  ]);
});
