import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Entry } from "../entries/entry.ts";
import { entryOf } from "../entries/scripted-entries.ts";
import { Claims } from "./claims.ts";
import { openHandDatabase, type HandDatabase } from "./hand-database.ts";
import { Outbox } from "./outbox.ts";
import { ScriptedServer, type Fault } from "./scripted-server.ts";
import { largestBatch, Sender } from "./sender.ts";

let database: HandDatabase;
let outbox: Outbox;
let claims: Claims;
let server: ScriptedServer;
let sender: Sender;
let databases = 0;

beforeEach(async () => {
  database = await openHandDatabase(`test ${(databases += 1)}`);
  outbox = new Outbox(database);
  claims = new Claims(database);
  server = new ScriptedServer();
  sender = newSender();
});
afterEach(() => database.close());

const newSender = (random = () => 0) =>
  new Sender({ outbox, claims, server, clock: { pageId: "page", offsetMs: 7 }, random });

function entries(count: number, said: Partial<Entry> = {}, from = 1): Entry[] {
  return Array.from({ length: count }, (_, at) => {
    const { number: _number, state: _state, rejection: _rejection, ...entry } = entryOf(from + at);
    return { ...entry, quantity: "1", ...said };
  });
}
const idsOf = (all: readonly Entry[]) => all.map(({ externalId }) => externalId);
const states = async () => (await outbox.all()).map(({ state }) => state);

/** Until nothing waits, however often it has to try. */
async function drainToTheEnd(tries = 60): Promise<void> {
  for (let at = 0; at < tries; at += 1) if ((await sender.drain("maria")).kind === "EMPTY") return;
  throw new Error("It does not come to an end.");
}

test("what waits is sent in the order in which it was made, at most 200 at once", async () => {
  const made = entries(450);
  await outbox.append(made);
  expect(await sender.drain("maria")).toEqual({ kind: "EMPTY" });
  expect(server.batches.map(({ length }) => length)).toEqual([200, 200, 50]);
  expect([...server.stored.keys()]).toEqual(idsOf(made));
  expect(await outbox.unsentCount("maria")).toEqual({ waiting: 0, rejected: 0 });
});

describe("when the network fails", () => {
  test.each<[Fault, string]>([
    ["UNREACHABLE", "the server was not reached"],
    ["ANSWER_LOST", "the acknowledgement was lost"],
    ["FAULT", "the server failed"],
  ])("%s: everything is stored once, in order, though %s", async (fault) => {
    server.faults = [fault, fault, "NONE", fault];
    const made = entries(300);
    await outbox.append(made);
    await drainToTheEnd();
    expect([...server.stored.keys()]).toEqual(idsOf(made));
    expect(new Set(await states())).toEqual(new Set(["SENT"]));
  });

  test("it waits longer each time, with full jitter, and begins anew after an answer", async () => {
    sender = newSender(() => 1);
    server.faults = ["UNREACHABLE", "UNREACHABLE", "UNREACHABLE", "NONE", "UNREACHABLE"];
    await outbox.append(entries(1));
    const delays = [];
    for (let at = 0; at < 3; at += 1) delays.push(await sender.drain("maria"));
    expect(delays).toMatchObject([{ delayMs: 250 }, { delayMs: 500 }, { delayMs: 1_000 }]);
    await sender.drain("maria");
    await outbox.append(entries(1, {}, 2));
    expect(await sender.drain("maria")).toMatchObject({ kind: "LATER", delayMs: 250 });
  });
});

describe("a poison entry", () => {
  test("that is refused is set aside with its reason, and the rest goes on", async () => {
    server.refused.add("entry-2");
    await outbox.append(entries(3));
    await drainToTheEnd();
    expect(await states()).toEqual(["SENT", "REJECTED", "SENT"]);
    const [rejected] = await outbox.rejected("maria");
    expect(rejected?.rejection).toEqual({ reason: "UNIT_UNKNOWN", message: "No such unit." });
  });

  test("that makes its whole batch unreadable is found, whatever stands around it", async () => {
    server.unreadable.add("entry-137");
    await outbox.append(entries(largestBatch));
    await drainToTheEnd();
    expect(server.stored.size).toBe(largestBatch - 1);
    const [rejected] = await outbox.rejected("maria");
    expect(rejected).toMatchObject({ externalId: "entry-137", rejection: { reason: "BAD-INPUT" } });
  });

  test("at which the server fails each time is set aside when the rest has passed", async () => {
    server.deadly.add("entry-3");
    await outbox.append(entries(9));
    await drainToTheEnd();
    expect(server.stored.size).toBe(8);
    expect((await outbox.rejected("maria")).map(({ externalId }) => externalId)).toEqual([
      "entry-3",
    ]);
  });

  test("is sent again under its own id when a person says so", async () => {
    server.refused.add("entry-1");
    const [kept] = await outbox.append(entries(1));
    await drainToTheEnd();
    server.refused.clear();
    await outbox.sendAgain([kept?.number ?? 0]);
    await drainToTheEnd();
    expect([...server.stored.keys()]).toEqual(["entry-1"]);
  });
});

test("nothing is sent in the name of somebody else who has signed in since", async () => {
  await outbox.append(entries(2));
  server.person = "ines";
  expect(await sender.drain("maria")).toMatchObject({ kind: "PAUSED" });
  expect(server.stored.size).toBe(0);
  server.person = "maria";
  await drainToTheEnd();
  expect(server.stored.size).toBe(2);
});

test("a clock measured later holds of what was made in the same life of the page", async () => {
  await outbox.append([
    ...entries(1, { clockOffsetMs: null }),
    ...entries(1, { clockOffsetMs: null, pageId: "before a restart" }, 2),
  ]);
  await drainToTheEnd();
  expect([...server.stored.values()].map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([7, null]);
});

describe("a place that was taken offline", () => {
  const claim = {
    ...{ userId: "maria", sessionId: "count", locationId: "bin" },
    ...{ claimedAt: "2026-11-21T10:00:00Z", takeOverReason: null },
    ...{ state: "ASKED" as const, refusal: null, isLeft: false },
  };

  test("keeps its entries back until the server has said what they are", async () => {
    server.faults = ["UNREACHABLE"];
    await claims.keep(claim);
    await outbox.append(entries(2));
    await sender.drain("maria");
    expect(server.batches).toEqual([]);
    await drainToTheEnd();
    expect(server.stored.size).toBe(2);
  });

  test.each([
    { state: "VERIFY" as const },
    {
      state: "REFUSED" as const,
      refusal: { reason: "HELD_BY_ANOTHER" as const, heldBy: "Ines" },
    },
  ])(
    "and counted by another meanwhile becomes one second count of each line: %o",
    async (answer) => {
      server.claimAnswer = answer;
      await claims.keep(claim);
      await outbox.append([
        ...entries(3),
        ...entries(2, { lineKey: "item hub", lineId: "line 2", serials: [] }, 4),
      ]);
      await drainToTheEnd();
      const sent = [...server.stored.values()].map(({ mode, quantity }) => [mode, quantity]);
      expect(sent).toEqual([
        ["VERIFY", "3"],
        ["VERIFY", "2"],
      ]);
    },
  );

  test("at a second count what nobody knew keeps its id, so that its picture finds it", async () => {
    server.claimAnswer = { state: "VERIFY" };
    await claims.keep(claim);
    const [unlisted] = entries(1, { lineKey: "scan HELLO", itemId: null, rawScan: "HELLO" });
    if (!unlisted) throw new Error("It was made.");
    await outbox.append([unlisted, ...entries(2, {}, 2)]);
    await drainToTheEnd();
    expect([...server.stored.keys()]).toContain(unlisted.externalId);
  });

  test("what is counted there afterwards corrects that second count", async () => {
    server.claimAnswer = { state: "VERIFY" };
    await claims.keep(claim);
    await outbox.append(entries(3));
    await drainToTheEnd();
    await outbox.append(entries(1, {}, 4));
    await drainToTheEnd();
    const sent = [...server.stored.values()].map(({ mode, quantity }) => [mode, quantity]);
    expect(sent.at(-1)).toEqual(["VERIFY", "4"]);
  });

  test("is asked for again after a long silence, because another may have been there", async () => {
    let now = 0;
    const clock = { pageId: "page", offsetMs: 0 };
    sender = new Sender({ outbox, claims, server, clock, now: () => now });
    await claims.keep({ ...claim, state: "COUNT" });
    await drainToTheEnd();
    server.claimAnswer = { state: "VERIFY" };
    await outbox.append(entries(1));
    now = 60_000;
    await drainToTheEnd();
    expect([...server.stored.values()].at(-1)?.mode).toBe("ADD");
    await outbox.append(entries(1, {}, 2));
    // Tries that reach nobody do not make the silence shorter.
    for (now = 2 * 60_000; now < 6 * 60_000; now += 60_000) {
      server.faults = ["UNREACHABLE"];
      await sender.drain("maria");
    }
    await drainToTheEnd();
    expect([...server.stored.values()].at(-1)).toMatchObject({ mode: "VERIFY", quantity: "2" });
  });

  test("is given back when all that was entered there has been sent", async () => {
    await claims.keep({ ...claim, isLeft: true });
    server.refused.add("entry-1");
    await outbox.append(entries(1));
    await drainToTheEnd();
    expect(server.left).toEqual(["bin"]);
    expect(await claims.ofPerson("maria")).toEqual([]);
  });
});
