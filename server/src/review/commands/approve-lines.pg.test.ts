import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ApprovalDesk } from "../../../test/approval-desk.ts";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { resetCountSession } from "../../counting/commands/reset-count-session.ts";
import { changedIds } from "../../counting/queries/changed-since.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";

let database: TestDatabase;
let floor: PostingFloor;
let desk: ApprovalDesk;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("approval");
  floor = await PostingFloor.open(database, true);
  desk = new ApprovalDesk(floor);
  const { stocked } = floor.warehouse;
  await sql`update item set unit_cost = 10 where id = ${stocked.bulk}`.execute(database.ownerDb);
  for (const place of [0, 1])
    await floor.warehouse.move({
      locationId: floor.warehouse.place(place),
      quantity: new Decimal(100),
      effectiveAt: at(-30),
    });
  session = await floor.warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const count = (quantity: number, given = {}) =>
  floor.warehouse.record(session, [floor.warehouse.observation({ count: quantity, ...given })]);
const inPlace = (index: number) => ({ locationId: floor.warehouse.place(index) });
const line = (index = 0) => floor.warehouse.line(session, floor.warehouse.place(index));
const approvalOf = async (index = 0) => desk.approvalOf(session, (await line(index)).id);
const receive = (quantity: number, minute: number, recordedAt = at(minute)) =>
  floor.warehouse.move({
    kind: "RECEIPT",
    quantity: new Decimal(quantity),
    effectiveAt: at(minute),
    recordedAt,
  });
const notices = () =>
  rowsOf<{ text: string }>(
    database.db,
    sql`select kind || ' ' || coalesce(details ->> 'recipientId', '') as text from notice
        order by sequence`,
  );
const limit = (value: number, userId = "petra") => sql`
  with person as (
    insert into app_user (id, name, email) values (${userId}, ${userId}, ${userId})
    on conflict (id) do nothing
  )
  insert into approver_limit values
    (${session.warehouseId}, ${userId}, ${value}, 'ada', now())`;

describe("who approves sees before what it would mean:", () => {
  test("lines, money gross and net, and what is refused with every reason", async () => {
    await count(98);
    await count(103, inPlace(1));
    await count(1, { ...inPlace(2), actorId: "petra" });
    const { plan, refused } = await desk.preview(session);
    expect(plan).toMatchObject({ lines: 2, withoutCost: 0, isAboveLimit: false });
    expect([plan.valueGross.toFixed(), plan.valueNet.toFixed()]).toEqual(["50", "10"]);
    expect(refused).toEqual([{ lineId: (await line(2)).id, reasons: ["OWN_COUNT"] }]);
  });

  test("of a whole count what nobody counted is passed over; of named lines it is refused", async () => {
    await count(98);
    expect((await desk.preview(session)).refused).toEqual([]);
    const lineIds = [(await line(1)).id];
    const { refused } = await desk.preview(session, { choice: { kind: "LINES", lineIds } });
    expect(refused).toEqual([{ lineId: lineIds[0], reasons: ["NOT_COUNTED"] }]);
  });
});

test("lines are approved with their numbers, and posted with them", async () => {
  await count(98);
  expect(await floor.tryToPost(session)).toMatchObject({
    rejection: { reason: "LINES_REFUSED" },
    refused: [{ reasons: ["NOT_APPROVED"] }],
  });
  expect(await desk.approve(session)).toMatchObject({ approved: { lines: 1 }, refused: [] });
  expect(await approvalOf()).toMatchObject({ state: "APPROVED", byId: "petra", isOwnCount: false });
  await floor.post(session);
  expect(await floor.onHand()).toBe("98");
});

test("approving again changes nothing, and says why not", async () => {
  await count(98);
  await desk.approve(session);
  const lineIds = [(await line()).id];
  expect(await desk.approve(session, { choice: { kind: "LINES", lineIds } })).toMatchObject({
    rejection: { reason: "NOTHING_TO_APPROVE" },
    refused: [{ reasons: ["ALREADY_APPROVED"] }],
  });
});

test("where the numbers are others by now nothing is approved, and the lines are named", async () => {
  await count(98);
  await count(103, inPlace(1));
  const { plan } = await desk.preview(session);
  await count(1, { minute: 10 });
  expect(await desk.approveWith(session, plan.digest)).toEqual({
    rejection: expect.objectContaining({ reason: "NUMBERS_CHANGED" }),
    refused: [{ lineId: (await line()).id, reasons: ["NUMBERS_CHANGED"] }],
  });
  expect(await approvalOf(1)).toBeNull();
});

describe("F13: any change of the numbers ends the approval in its transaction, and says why:", () => {
  beforeEach(async () => {
    await count(98);
    await count(103, inPlace(1));
    await desk.approve(session);
  });

  const lost = async (
    lostBecause: string,
    lostById: string | null = null,
    refusal = "APPROVAL_INVALID",
  ) => {
    expect(await approvalOf()).toMatchObject({ state: "LOST", lostBecause, lostById });
    expect(await approvalOf(1)).toMatchObject({ state: "APPROVED" });
    expect(await desk.eventsOf(session)).toEqual([
      "LINES_APPROVED",
      `APPROVAL_LOST ${lostBecause}`,
    ]);
    expect(await notices()).toContainEqual({ text: "APPROVAL_LOST petra" });
    const lineIds = [(await line()).id];
    const { refused } = await floor.preview(session, { choice: { kind: "LINES", lineIds } });
    expect(refused).toMatchObject([{ reasons: expect.arrayContaining([refusal]) }]);
  };

  test("a backdated receipt", async () => {
    await receive(4, 2, at(40));
    await lost("MOVED_LATE");
  });

  test("a new entry", async () => {
    await count(1, { minute: 10, actorId: "jonas" });
    await lost("ENTRY_RECORDED", "jonas");
  });

  test("an entry that is taken back", async () => {
    const voids = { actorId: "maria", externalId: "entry 1" };
    await count(0, { quantity: null, mode: "VOID", voids });
    await lost("ENTRY_VOIDED", "maria", "NOT_COUNTED");
  });

  test("looks that disagree", async () => {
    await count(97, { minute: 10, mode: "VERIFY", actorId: "jonas" });
    expect((await line()).counted).toBe("98");
    await lost("DISPUTED", "jonas");
  });

  test("a cost that is changed behind its back, with the next thing that happens to the line", async () => {
    await sql`update count_line set unit_cost = 11, value_variance = quantity_variance * 11
        where id = ${(await line()).id}`.execute(database.ownerDb);
    const lineIds = [(await line()).id];
    const { refused } = await floor.preview(session, { choice: { kind: "LINES", lineIds } });
    expect(refused).toMatchObject([{ reasons: ["APPROVAL_INVALID"] }]);
    await count(98, { minute: 10, mode: "VERIFY", actorId: "jonas" });
    await lost("COST_CHANGED");
  });

  test("a reset ends them all", async () => {
    const { warehouseId, id: sessionId } = session;
    const request = { warehouseId, sessionId, actorId: "ines", now: at(59), reason: "wrong hall" };
    await resetCountSession(database.orm.em, silentDoorbell, request);
    for (const place of [0, 1])
      expect(await approvalOf(place)).toMatchObject({ state: "LOST", lostBecause: "COUNT_RESET" });
  });

  test("control: a look that agrees, and a move behind the instant, leave it as it is", async () => {
    await count(98, { minute: 10, mode: "VERIFY", actorId: "jonas" });
    await receive(4, 30);
    expect(await approvalOf()).toMatchObject({ state: "APPROVED" });
    expect(await desk.eventsOf(session)).toEqual(["LINES_APPROVED"]);
  });

  test("what was lost is approved anew, with the new numbers", async () => {
    await count(1, { minute: 10, actorId: "jonas" });
    expect(await desk.approve(session)).toMatchObject({ approved: { lines: 1 } });
    expect(await approvalOf()).toMatchObject({ state: "APPROVED", quantityCounted: "99.000000" });
    await floor.post(session);
    expect(await floor.onHand()).toBe("99");
  });
});

describe("a rejection has a reason,", () => {
  test("ends an approval, and stands until the numbers change", async () => {
    await count(98);
    await desk.approve(session);
    expect(await desk.reject(session, " ")).toMatchObject({
      rejection: { reason: "REASON_MISSING" },
    });
    expect(await desk.reject(session, "look behind the pillar")).toEqual({ lines: 1 });
    expect(await approvalOf()).toMatchObject({
      state: "REJECTED",
      rejectionReason: "look behind the pillar",
    });
    await count(1, { minute: 10, actorId: "jonas" });
    expect(await approvalOf()).toBeNull();
    expect(await desk.eventsOf(session)).toEqual(["LINES_APPROVED", "LINES_REJECTED"]);
  });

  test("and needs lines that are counted", async () => {
    expect(await desk.reject(session, "why not")).toMatchObject({
      rejection: { reason: "NOTHING_TO_REJECT" },
    });
  });
});

describe("an approver with a limit in money", () => {
  beforeEach(async () => {
    await count(98);
    await count(103, inPlace(1));
  });

  test("does not approve a line that is worth more", async () => {
    await limit(20).execute(database.ownerDb);
    const outcome = await desk.approve(session);
    expect(outcome).toMatchObject({ approved: { lines: 1 } });
    expect(outcome.refused).toEqual([{ lineId: (await line(1)).id, reasons: ["ABOVE_LIMIT"] }]);
  });

  test("does not approve by and by what is worth more together", async () => {
    await limit(45).execute(database.ownerDb);
    const [first, second] = [(await line()).id, (await line(1)).id];
    expect(await desk.approve(session)).toMatchObject({ rejection: { reason: "ABOVE_LIMIT" } });
    const only = (id: number) => ({ choice: { kind: "LINES" as const, lineIds: [id] } });
    expect(await desk.approve(session, only(first))).toMatchObject({ approved: { lines: 1 } });
    expect(await desk.approve(session, only(second))).toMatchObject({
      rejection: { reason: "ABOVE_LIMIT" },
    });
  });

  test("does not approve what nobody knows the worth of", async () => {
    await limit(1_000).execute(database.ownerDb);
    await sql`update count_line set unit_cost = null, value_variance = null
        where id = ${(await line()).id}`.execute(database.ownerDb);
    const { refused } = await desk.preview(session);
    expect(refused).toEqual([{ lineId: (await line()).id, reasons: ["VALUE_UNKNOWN"] }]);
  });
});

test("whoever keeps a copy of the count reads the approved lines again; the blind are not told", async () => {
  await count(98);
  await count(103, inPlace(1));
  const copied = async (isBlind: boolean, position: number) => {
    const ids = changedIds(session, { position, isBlind });
    const rows = await rowsOf<{ lineId: number }>(
      database.db,
      sql<{ lineId: number }>`select x.line_id as "lineId" from (${ids}) x order by 1`,
    );
    return rows.map(({ lineId }) => lineId);
  };
  const sequence = async () => {
    const row = await firstRowOf<{ sequence: number }>(
      database.db,
      sql`select sequence from count_session where id = ${session.id}`,
    );
    return row?.sequence ?? 0;
  };
  const both = [(await line()).id, (await line(1)).id];
  const before = await sequence();
  await desk.approve(session);
  expect([await copied(false, before), await copied(true, before)]).toEqual([both, []]);
  const approved = await sequence();
  await receive(4, 2, at(40));
  expect([await copied(false, approved), await copied(true, approved)]).toEqual([[both[0]], []]);
});

test("an entry of a count without approvals asks nothing about them", async () => {
  database.statements.length = 0;
  await count(98);
  expect(database.statements.filter((text) => text.includes("line_approval"))).toEqual([]);
});
