import { afterEach, describe, expect, inject, test } from "vitest";
import { FaultyNetwork } from "../../tools/testing/faulty-network.ts";
import {
  createDatabase,
  startRunningServer,
  type RunningServer,
} from "../../tools/testing/running-server.ts";
import { startThrowawayDatabase } from "../../tools/testing/throwaway-database.ts";
import { SeededRandom } from "../src/demonstration/seeded-random.ts";
import { brokenInvariants } from "./broken-invariants.ts";
import { beginCount } from "./door/begin-count.ts";
import { Caller, people, signIn, warehouseIds } from "./door/caller.ts";
import { readCount } from "./door/count-one.ts";
import { compareWithStored, Floor, type DeviceHabits } from "./tireless-devices.ts";

const devices = 8;
/** Ten deaths amid 10,000 entries with `FULL_LENGTH_SECONDS=60 npm test -- nothing-lost`, else three amid 2,400. */
const isFullLength = inject("loadSeconds") >= 60;
const deaths = isFullLength ? 10 : 3;
const entries = isFullLength ? 10_000 : 2_400;
const singles = isFullLength ? 5_000 : 1_600;
const timeout = isFullLength ? 400_000 : 180_000;
const nothingWrong = { lost: 0, doubled: 0, phantom: 0 };
const postgresUrl = inject("postgresUrl");

let running: RunningServer;
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await running.stop();
  for (const close of closing.splice(0).toReversed()) await close();
});

const portOf = (url: string) => Number(new URL(url).port);

/** A count of everything, and devices that talk to the server at that address. */
async function openFloor(habits: DeviceHabits, address = running.url) {
  const ada = await signIn(running.url, people.administrator);
  const { MAIN: main = "" } = await warehouseIds(ada);
  const floor = new Floor(await readCount(ada, await beginCount(ada, main)), habits);
  const ines = await signIn(running.url, people.supervisor);
  const maria = await signIn(running.url, people.counter);
  const callers = Array.from(
    { length: devices },
    (_, at) => new Caller(address, (at % 2 === 0 ? maria : ines).headers),
  );
  const sendAll = async (entries: number) => {
    await Promise.all(callers.map((caller) => floor.send(caller, entries / devices)));
  };
  return { floor, sendAll };
}

/** Evenly among the entries something dies and comes back; says how long until one was taken again. */
async function dieAmid(floor: Floor, die: () => Promise<void>) {
  const takenAgainMs: number[] = [];
  for (let death = 1; death <= deaths; death += 1) {
    await floor.hasAcknowledged((entries * death) / (deaths + 1));
    await die();
    const isBackAt = performance.now();
    await floor.hasAcknowledged(floor.acknowledged.size + 1);
    takenAgainMs.push(Math.round(performance.now() - isBackAt));
  }
  return takenAgainMs.toSorted((one, other) => one - other);
}

async function killServer(): Promise<void> {
  await running.kill();
  const { databaseUrl, url } = running;
  running = await startRunningServer({ postgresUrl, databaseUrl, port: portOf(url) });
}

describe("T1: a server that is killed again and again under eight devices", () => {
  test("has lost nothing that it acknowledged, and has nothing twice", { timeout }, async () => {
    running = await startRunningServer({ postgresUrl });
    const { floor, sendAll } = await openFloor({ entriesInARequest: 10 });
    const killed = dieAmid(floor, killServer);
    await sendAll(entries);
    const takenAgainMs = await killed;
    console.info("T1", JSON.stringify({ takenAgainMs, unanswered: floor.requestsUnanswered }));
    expect(floor.acknowledged.size).toBe(entries);
    expect(floor.requestsUnanswered).toBeGreaterThanOrEqual(deaths);
    expect(await compareWithStored(floor, running.databaseUrl)).toEqual(nothingWrong);
    expect(await brokenInvariants({ url: running.databaseUrl })).toEqual([]);
    expect(takenAgainMs[Math.floor(deaths / 2)]).toBeLessThanOrEqual(2_000);
  });

  test(
    "control: devices that take what they sent for saved lose entries",
    { timeout },
    async () => {
      running = await startRunningServer({ postgresUrl });
      const { floor, sendAll } = await openFloor({ entriesInARequest: 10, believesAtOnce: true });
      const killed = floor.hasAcknowledged(400).then(killServer);
      await sendAll(1_200);
      await killed;
      expect((await compareWithStored(floor, running.databaseUrl)).lost).toBeGreaterThan(0);
    },
  );
});

test(
  "T2: PostgreSQL is killed again and again under a server that stays: nothing lost, nothing twice",
  { timeout },
  async () => {
    const database = await startThrowawayDatabase();
    closing.push(database.stop);
    running = await startRunningServer({ postgresUrl: database.url });
    const { floor, sendAll } = await openFloor({ entriesInARequest: 10 });
    const killed = dieAmid(floor, database.killAndRestart);
    await sendAll(entries);
    const takenAgainMs = await killed;
    console.info("T2", JSON.stringify({ takenAgainMs, unanswered: floor.requestsUnanswered }));
    expect(floor.acknowledged.size).toBe(entries);
    expect(floor.requestsUnanswered).toBeGreaterThanOrEqual(deaths);
    expect(await compareWithStored(floor, running.databaseUrl)).toEqual(nothingWrong);
    expect(await brokenInvariants({ url: running.databaseUrl })).toEqual([]);
    expect(takenAgainMs[Math.floor(deaths / 2)]).toBeLessThanOrEqual(3_000);
  },
);

describe("T3: replies are lost and connections cut, before the server and behind it", () => {
  async function openLossyFloor(habits: DeviceHabits) {
    const databaseUrl = await createDatabase({ postgresUrl });
    const behind = await FaultyNetwork.to(portOf(postgresUrl));
    const throughFaults = new URL(databaseUrl);
    throughFaults.host = behind.host;
    running = await startRunningServer({ postgresUrl, databaseUrl: throughFaults.href });
    const before = await FaultyNetwork.to(portOf(running.url));
    const { floor, sendAll } = await openFloor(habits, `http://${before.host}`);
    const random = new SeededRandom("lossy floor");
    const losses = {
      cutsRequest: () => random.chance(0.005),
      losesReply: () => random.chance(0.01),
    };
    const sendAmid = async (entries: number) => {
      behind.losses = before.losses = losses;
      await sendAll(entries);
      behind.losses = before.losses = null;
    };
    closing.push(
      () => before.close(),
      () => behind.close(),
    );
    return { floor, sendAmid, databaseUrl };
  }

  test("no entry is lost, none is there twice", { timeout }, async () => {
    const { floor, sendAmid, databaseUrl } = await openLossyFloor({ entriesInARequest: 1 });
    await sendAmid(singles);
    console.info("T3", JSON.stringify({ unanswered: floor.requestsUnanswered }));
    expect(floor.acknowledged.size).toBe(singles);
    expect(floor.requestsUnanswered).toBeGreaterThan(singles / 100);
    expect(await compareWithStored(floor, databaseUrl)).toEqual(nothingWrong);
    expect(await brokenInvariants({ url: databaseUrl })).toEqual([]);
  });

  test("control: devices that try again under another id count twice", { timeout }, async () => {
    const habits = { entriesInARequest: 1, makesNewIds: true };
    const { floor, sendAmid, databaseUrl } = await openLossyFloor(habits);
    await sendAmid(800);
    expect((await compareWithStored(floor, databaseUrl)).doubled).toBeGreaterThan(0);
  });
});
