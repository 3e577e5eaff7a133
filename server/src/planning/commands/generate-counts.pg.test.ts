import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse, wholeWarehouse } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { closeCountSession } from "../../counting/commands/close-count-session.ts";
import { cancelCountSession } from "../../counting/commands/cancel-count-session.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { planningDefaults, type TriggerKind } from "../domain/planning-policy.ts";
import type { ProposedSchedule } from "../domain/schedule.ts";
import { generateCounts, type GenerateCounts } from "./generate-counts.ts";
import { movePlannedCounts } from "./move-planned-counts.ts";
import { PlanningClock } from "./planning-clock.ts";
import { savePlanningPolicy } from "./save-planning-policy.ts";
import { saveSchedule } from "./save-schedule.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;

beforeEach(async () => {
  database = await openTestDatabase("planning");
  warehouse = await CountedWarehouse.open(database);
  for (const index of [0, 1, 2])
    await warehouse.move({
      ...{ locationId: warehouse.place(index), quantity: new Decimal(10) },
      effectiveAt: at(-30),
    });
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

/** A Saturday is worked on: the tests live on 21 November 2026. */
const everyDay = [1, 2, 3, 4, 5, 6, 7];

async function plan(given: Partial<ProposedSchedule> = {}): Promise<number> {
  const { warehouseId } = warehouse.stocked;
  const outcome = await saveSchedule(database.orm.em, {
    ...{ warehouseId, id: null, savedBy: "ines", now: at(0), name: "Weekly round" },
    ...{ cadence: { kind: "WEEKLY", days: null }, startsOn: "2026-11-14", leadDays: 0 },
    scope: wholeWarehouse,
    settings: {
      ...{ choice: "PLACES", isBlind: true, assigneeIds: [], notes: null, startsByItself: true },
    },
    ownerId: null,
    ...given,
  });
  if ("rejection" in outcome) throw new Error(outcome.rejection.message);
  return outcome.saved.id;
}

function policy(triggers: TriggerKind[] = []) {
  return savePlanningPolicy(database.orm.em, {
    ...{ warehouseId: warehouse.stocked.warehouseId, actorId: "ines", now: at(0), holidays: [] },
    policy: { ...planningDefaults, workDays: everyDay, triggers, accuracyBelow: "99" },
  });
}

const generate = (given: Partial<GenerateCounts> = {}) =>
  generateCounts(database.orm.em, silentDoorbell, {
    ...{ warehouseId: warehouse.stocked.warehouseId, actorId: "ines", now: at(1), places: null },
    ...given,
  });

interface MadeCount {
  id: number;
  status: string;
  title: string;
  lines: number;
}

const sessions = () =>
  rowsOf<MadeCount>(
    database.db,
    sql`select id, status, title, lines_total as lines from count_session order by id`,
  );

const closed = (sessionId: number, minute: number) =>
  closeCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId: warehouse.stocked.warehouseId, sessionId, actorId: "ines" },
    ...{ now: at(minute), notVisited: "LEAVE" },
  });

test("the places that are due become a count that has begun, and again makes nothing", async () => {
  await policy();
  await plan();
  // Never counted, they are spread over the first week from the 14th: all are due by the 21st.
  expect(await generate()).toMatchObject({ places: 3, lines: 3, wasRun: false });
  expect(await sessions()).toMatchObject([
    { status: "OPEN", title: "Weekly round, 2026-11-21", lines: 3 },
  ]);
  expect(await generate()).toMatchObject({ sessionIds: [], places: 0 });
  expect(await sessions()).toHaveLength(1);
});

test("the next date runs from completion, and what a count leaves out is due again", async () => {
  await policy();
  await plan();
  const [first = 0] = (await generate()).sessionIds;
  const lines = [0, 1].map((index) => ({ index, locationId: warehouse.place(index) }));
  await warehouse.record(
    { id: first },
    lines.map(({ locationId }) => warehouse.observation({ locationId, count: 10, minute: 5 })),
  );
  await closed(first, 30);
  const [again = 0] = (await generate({ now: at(31) })).sessionIds;
  expect(await sessions()).toMatchObject([{ status: "POSTED" }, { id: again, lines: 1 }]);
  // A week after the count, not after the day it was due on.
  const inAWeek = new Date(at(0).valueOf() + 7 * 86_400_000);
  const dayBefore = new Date(inAWeek.valueOf() - 86_400_000);
  expect(await generate({ now: dayBefore })).toMatchObject({ places: 0 });
  expect(await generate({ now: inAWeek })).toMatchObject({ places: 2 });
});

test("a count that was cancelled gives its places back", async () => {
  await policy();
  await plan();
  const [first = 0] = (await generate()).sessionIds;
  await cancelCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId: warehouse.stocked.warehouseId, sessionId: first, actorId: "ines" },
    ...{ now: at(10), reason: "Wrong day" },
  });
  expect(await generate({ now: at(11) })).toMatchObject({ places: 3 });
});

test("what another count has is left to it", async () => {
  await policy();
  await plan();
  await warehouse.openCount({
    countType: "LOCATIONS",
    scope: { locationIds: [warehouse.place(0)] },
  });
  expect(await generate()).toMatchObject({ places: 2 });
});

test("places that somebody moves to another day are counted on that day", async () => {
  await policy();
  const scheduleId = await plan({ startsOn: "2026-11-21" });
  const { warehouseId } = warehouse.stocked;
  const count = { scheduleId, locationId: warehouse.place(0), dueOn: "2026-11-21" };
  const moving = { warehouseId, counts: [count], actorId: "ines", now: at(0) };
  const past = await movePlannedCounts(database.orm.em, { ...moving, to: "2026-11-20" });
  expect(past).toMatchObject({ rejection: { reason: "DAY_PAST" } });
  await movePlannedCounts(database.orm.em, { ...moving, to: "2026-11-24" });
  expect(await generate()).toMatchObject({ places: 0 });
  const onThe24th = new Date("2026-11-24T10:00:00Z");
  expect(await generate({ now: onThe24th })).toMatchObject({ places: 2 });
});

describe("by however many servers", () => {
  const clock = () =>
    new PlanningClock({
      ...{ em: () => database.orm.em, db: database.db, doorbell: silentDoorbell },
      ...{ now: () => at(1), report: () => undefined },
    });

  test("the run of a day is made once", async () => {
    await policy();
    await plan();
    const runs = await Promise.all([1, 2, 3, 4].map(() => clock().look()));
    expect(runs.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await clock().look()).toBe(0);
    expect(await sessions()).toHaveLength(1);
  });

  const raced = async () => {
    await policy();
    await plan();
    await plan({ name: "Every day", cadence: { kind: "DAILY", days: null } });
    const made = await Promise.all([1, 2, 3, 4].map(() => generate()));
    return made.reduce((sum, { places }) => sum + places, 0);
  };

  test("each place that is due is claimed once, when all are asked at once", async () => {
    expect(await raced()).toBe(6);
  });

  test("control: without the fence places are claimed again and again", async () => {
    await sql`alter table due_count drop constraint due_count_once`.execute(database.ownerDb);
    expect(await raced()).toBeGreaterThan(6);
    // For the invariants, which see it: no place is left with two counts.
    await sql`delete from due_count`.execute(database.ownerDb);
  });

  test.each(["CLAIMED", "MADE"] as const)(
    "a server that is gone when its counts are %s leaves nothing, and the next makes all",
    async (when) => {
      await policy();
      await plan();
      const killed = generate({
        reached: async (step) => {
          if (step === when)
            await sql`select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and pid <> pg_backend_pid()
                and state = 'idle in transaction'`.execute(database.ownerDb);
        },
      });
      await expect(killed).rejects.toThrow();
      expect(await sessions()).toEqual([]);
      expect(await generate()).toMatchObject({ places: 3 });
      expect(await sessions()).toHaveLength(1);
    },
  );
});

describe("a count is set off once", () => {
  const kinds = () =>
    rowsOf<{ kind: string; isMade: boolean }>(
      database.db,
      sql`select kind, session_id is not null as "isMade" from count_trigger order by id`,
    );

  test("by a bin that is emptied, and by a pick that came out short", async () => {
    await policy(["BIN_EMPTIED", "SHORT_PICK"]);
    await generate();
    const issue = (index: number, count: number, reasonCode: string | null = null) =>
      warehouse.move({
        ...{ kind: "ISSUE", locationId: warehouse.place(index), quantity: new Decimal(count) },
        ...{ reasonCode, effectiveAt: at(5) },
      });
    await issue(0, 10);
    await issue(1, 3, "short_pick");
    await issue(2, 4);
    await Promise.all([1, 2, 3].map(() => generate({ now: at(6) })));
    expect(await kinds()).toEqual([
      { kind: "BIN_EMPTIED", isMade: true },
      { kind: "SHORT_PICK", isMade: true },
    ]);
    // One count, whose title gives nothing away to whoever counts blind.
    expect(await sessions()).toMatchObject([
      { title: "Spot check, 2026-11-21", status: "OPEN", lines: 2 },
    ]);
    await generate({ now: at(7) });
    expect(await sessions()).toHaveLength(1);
  });

  test("by a bin below nothing, by a posted variance, and by a place that was not accurate", async () => {
    await sql`update warehouse set allows_negative_stock = true`.execute(database.ownerDb);
    await sql`insert into option_value (code, value, changed_by, changed_at)
      values ('170', 'false'::jsonb, 'ada', now())`.execute(database.ownerDb);
    await policy(["BIN_NEGATIVE", "AFTER_VARIANCE", "ACCURACY_BELOW"]);
    await generate();
    await warehouse.move({ kind: "ISSUE", quantity: new Decimal(12), effectiveAt: at(5) });
    const [found, right] = [warehouse.place(1), warehouse.place(2)];
    const scope = { ...wholeWarehouse, locationIds: [found, right] };
    const session = await warehouse.openCount({ countType: "LOCATIONS", scope });
    await warehouse.record(session, [
      warehouse.observation({ locationId: found, count: 8 }),
      warehouse.observation({ locationId: right, count: 10 }),
    ]);
    await closed(session.id, 60);
    await new PostingFloor(database, warehouse).post(session, { now: at(61) });
    await generate({ now: at(62) });
    const noted = await rowsOf<{ kind: string; locationId: number; isMade: boolean }>(
      database.db,
      sql`select kind, location_id as "locationId", session_id is not null as "isMade"
          from count_trigger order by kind, location_id`,
    );
    // Each place by itself: one that was right is not counted again for its neighbour's sake.
    expect(noted).toEqual([
      { kind: "ACCURACY_BELOW", locationId: found, isMade: true },
      { kind: "AFTER_VARIANCE", locationId: found, isMade: true },
      { kind: "BIN_NEGATIVE", locationId: warehouse.place(0), isMade: true },
    ]);
    await generate({ now: at(63) });
    expect(await sessions()).toMatchObject([{ status: "POSTED" }, { lines: 2 }]);
  });

  test("not by what nobody asks for", async () => {
    await policy(["BIN_NEGATIVE"]);
    await generate();
    await warehouse.move({ kind: "ISSUE", quantity: new Decimal(10), effectiveAt: at(5) });
    await generate({ now: at(6) });
    expect(await kinds()).toEqual([]);
  });
});
