import type { MikroORM } from "@mikro-orm/postgresql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { countOfNothing } from "../../../test/stock-many-items.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { applicationRole, connect } from "../../database/connect.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import type { PostingRow } from "../domain/rows.ts";
import { nobodyFollows, postingSteps } from "../storage/posting-steps.ts";
import { savePosting } from "../storage/save-posting.ts";
import { makePosting, type MakePosting } from "./make-posting.ts";
import { reversePosting } from "./reverse-posting.ts";

const linesInACount = 40;
const abortsAtLeast = 50;

let database: TestDatabase;
let floor: PostingFloor;
/** It tells of every statement before it is sent. */
let tapped: MikroORM;
let onStatement: () => void;

beforeEach(async () => {
  database = await openTestDatabase("torn-off");
  floor = await PostingFloor.open(database);
  onStatement = () => undefined;
  const { url } = database;
  const tap = () => onStatement();
  tapped = await connect({ url, poolSize: 1, role: applicationRole, onStatement: tap });
});
afterEach(async () => {
  await tapped.close();
  await database.close();
});

/** Ends whoever works in this database at the moment, but for the one who asks. */
async function tearOff(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and (xact_start is not null or state = 'idle in transaction')
        and application_name = 'tallyroom'`.execute(database.ownerDb);
}

/** Does it with the connection torn off at its nth statement; tells whether it came to an end. */
async function tornOffAt(statement: number, work: () => Promise<unknown>): Promise<boolean> {
  let sent = 0;
  let tearing = Promise.resolve();
  onStatement = () => {
    sent += 1;
    if (sent === statement) tearing = tearOff();
  };
  const isDone = await work().then(
    () => true,
    () => false,
  );
  await tearing;
  onStatement = () => undefined;
  return isDone;
}

const posted = async () => {
  const row = await firstRowOf<{ lines: number; moves: number; postings: number }>(
    database.db,
    sql`select (select count(*)::int from posting_line where reversed_by_id is null
            and reverses_posting_id is null) as lines,
          (select count(*)::int from posting_move) as moves,
          (select count(*)::int from posting) as postings`,
  );
  return row ?? { lines: -1, moves: -1, postings: -1 };
};

test("T8, F12: torn off at any statement, a posting and a reversal are none or all, and can be repeated", async () => {
  const session = await countOfNothing(floor, linesInACount);
  const { warehouseId } = session;
  const who = { warehouseId, actorId: "ines", now: at(59) };
  let aborts = 0;
  let postings = 0;
  for (let statement = 1; aborts < abortsAtLeast; statement = (statement % 18) + 1) {
    const { digest } = await floor.preview(session);
    const input: MakePosting = {
      ...{ ...who, sessionId: session.id, digest, accepted: [], lineIds: null },
    };
    const post = () => makePosting(tapped.em, silentDoorbell, input);
    if (!(await tornOffAt(statement, post))) aborts += 1;
    expect([0, linesInACount]).toContain((await posted()).lines);
    const outcome = await post();
    if (!("posting" in outcome)) throw new Error(outcome.rejection.message);
    postings += 1;
    expect((await posted()).lines).toBe(linesInACount);

    const { id: postingId } = outcome.posting satisfies PostingRow;
    const reversal = { ...who, postingId, lineIds: null, reason: "again" };
    const reverse = () => reversePosting(tapped.em, silentDoorbell, reversal);
    if (!(await tornOffAt(statement, reverse))) aborts += 1;
    expect([0, linesInACount]).toContain((await posted()).lines);
    await reverse();
    expect((await posted()).lines).toBe(0);
  }
  expect(await posted()).toEqual({
    lines: 0,
    moves: 2 * postings * linesInACount,
    postings: 2 * postings,
  });
  expect(await brokenInvariants(database)).toEqual([]);
}, 120_000);

test.each(postingSteps)(
  "T8: torn off where %s, a posting is nothing, and whole when repeated",
  async (place) => {
    const session = await countOfNothing(floor, linesInACount);
    const { digest } = await floor.preview(session);
    const input: MakePosting = {
      ...{ warehouseId: session.warehouseId, sessionId: session.id, digest, accepted: [] },
      ...{ actorId: "ines", now: at(59), lineIds: null },
    };
    const passed: string[] = [];
    const follower = {
      ...nobodyFollows,
      reached: async (step: string) => {
        passed.push(step);
        if (step === place) await tearOff();
      },
    };
    await expect(makePosting(tapped.em, silentDoorbell, input, follower)).rejects.toThrow();
    expect(passed.at(-1)).toBe(place);
    expect(await posted()).toEqual({ lines: 0, moves: 0, postings: 0 });
    expect(await brokenInvariants(database)).toEqual([]);
    await makePosting(tapped.em, silentDoorbell, input);
    expect(await posted()).toEqual({ lines: linesInACount, moves: linesInACount, postings: 1 });
    expect(await brokenInvariants(database)).toEqual([]);
  },
);

test("control of T8: the same deeds without a transaction leave at a fail point what was done before it", async () => {
  const session = await countOfNothing(floor, 3);
  const { digest } = await floor.preview(session);
  await savePosting(database.db, {
    ...{ session, lineIds: null, digest, actorId: "ines", now: at(59), accepted: [] },
  });
  await tearOff();
  expect(await posted()).toEqual({ lines: 3, moves: 0, postings: 1 });
});

test("control of T8: without its transaction a posting that is torn off is half a posting", async () => {
  const session = await countOfNothing(floor, 3);
  const lineIds = null;
  const posting = { session, lineIds, digest: "half", actorId: "ines", now: at(59), accepted: [] };
  await savePosting(database.db, posting);
  expect(await brokenInvariants(database)).toContainEqual(expect.stringContaining("I5"));
});
