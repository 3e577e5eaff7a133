import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../domain/rows.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { ObservationQueue } from "./observation-queue.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;
let queue: ObservationQueue;

beforeAll(async () => {
  database = await openTestDatabase("queue");
  warehouse = await CountedWarehouse.open(database);
  await warehouse.move({ quantity: new Decimal(100), effectiveAt: at(-30) });
  session = await warehouse.openCount();
  queue = new ObservationQueue(() => database.orm.em, silentDoorbell);
});
afterAll(() => database.close());

const send = (
  observations: ReturnType<CountedWarehouse["observation"]>[],
  sessionId = session.id,
) =>
  queue.record({
    warehouseId: warehouse.stocked.warehouseId,
    sessionId,
    now: at(30),
    observations,
  });
const one = () => warehouse.observation({ count: 1 });

test("a hundred requests at once share a few transactions, and each has its own answers", async () => {
  database.statements.length = 0;
  const requests = Array.from({ length: 100 }, () => [one()]);
  const answers = await Promise.all(requests.map((request) => send(request)));
  expect(answers.every(([answer]) => answer?.kind === "KEPT")).toBe(true);
  const commits = database.statements.filter((text) => /^commit/iu.test(text)).length;
  expect(commits).toBeLessThanOrEqual(5);
  expect(await warehouse.line(session)).toMatchObject({ counted: "100", variance: "0" });
  expect(await brokenInvariants(database)).toEqual([]);
});

test("answers stand in the order of each request, wrong entries among them", async () => {
  const wrong = warehouse.observation({ count: -1 });
  const [first, second] = await Promise.all([send([wrong, one()]), send([one(), wrong, one()])]);
  expect(first.map(({ kind }) => kind)).toEqual(["REJECTED", "KEPT"]);
  expect(second.map(({ kind }) => kind)).toEqual(["KEPT", "REJECTED", "KEPT"]);
});

test("a request that cannot be stored takes no other down with it", async () => {
  const poison = warehouse.observation({
    count: 1,
    note: "a zero byte \0 that no text column takes",
  });
  const outcomes = await Promise.allSettled([send([one()]), send([poison]), send([one()])]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await brokenInvariants(database)).toEqual([]);
});

test("an unknown session is refused, and the queue goes on", async () => {
  await expect(send([one()], 99_999)).rejects.toThrow("There is no such count session.");
  expect(await send([one()])).toMatchObject([{ kind: "KEPT" }]);
});
