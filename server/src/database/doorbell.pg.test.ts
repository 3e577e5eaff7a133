import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startRedisServer, type RedisServer } from "../../../tools/testing/redis-server.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { sql } from "./db.ts";
import type { Doorbell } from "./doorbell.ts";
import { PostgresDoorbell } from "./postgres-doorbell.ts";
import { RedisDoorbell } from "./redis-doorbell.ts";

const redis = await startRedisServer();
const reason = "reason" in redis ? redis.reason : null;
if (reason) console.warn(`The doorbell on Redis is not tried: ${reason}.`);
const database: TestDatabase = await openTestDatabase("doorbell");
afterAll(async () => {
  if (!("reason" in redis)) await redis.stop();
  await database.close();
});

interface Wire {
  open(): Doorbell;
  /** Breaks every connection that a doorbell has. */
  cut(): Promise<unknown>;
}

const wires: [string, Wire | null][] = [
  [
    "PostgreSQL",
    {
      open: () => new PostgresDoorbell(database.url),
      cut: () =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'tallyroom doorbell' and datname = current_database()`.execute(
          database.ownerDb,
        ),
    },
  ],
  [
    "Redis",
    "reason" in redis
      ? null
      : {
          open: () => new RedisDoorbell(redis.url),
          cut: () => restart(redis),
        },
  ],
];

async function restart(server: RedisServer): Promise<void> {
  await server.kill();
  await server.start();
}

/** The time from a ring to its being heard, in milliseconds. */
function heardAfter(listener: Doorbell, topic: string, ring: () => void): Promise<number> {
  const rungAt = performance.now();
  return new Promise((resolve) => {
    const stop = listener.listen(topic, () => {
      stop();
      resolve(performance.now() - rungAt);
    });
    ring();
  });
}

/** Both ways heard at once, so fast that it cannot have been the look of every second. */
async function connected(one: Doorbell, other: Doorbell): Promise<void> {
  const topic = () => `warm:${crypto.randomUUID()}`;
  const isFast = async (from: Doorbell, to: Doorbell) => {
    const name = topic();
    return (await heardAfter(to, name, () => from.ring(name))) < 150;
  };
  let inARow = 0;
  while (inARow < 3)
    inARow = (await isFast(one, other)) && (await isFast(other, one)) ? inARow + 1 : 0;
}

describe.each(wires)("a doorbell on %s", (_, wire) => {
  const it = test.skipIf(!wire);
  const { open, cut } = wire ?? ({} as Wire);
  let here: Doorbell;
  let there: Doorbell;

  beforeAll(async () => {
    if (!wire) return;
    here = open();
    there = open();
    await connected(here, there);
  });
  afterAll(async () => {
    await here?.close();
    await there?.close();
  });

  it("is heard here and on another server, by those who listen for the topic", async () => {
    const heard: string[] = [];
    const note = (name: string) => () => heard.push(name);
    const stops = [here.listen("a", note("here")), there.listen("b", note("other topic"))];
    const there$ = heardAfter(there, "a", () => here.ring("a"));
    expect(await there$).toBeLessThan(1_000);
    expect(heard).toContain("here");
    for (const stop of stops) stop();
  });

  it("gathers many rings into few", async () => {
    let heard = 0;
    const stop = there.listen("busy", () => (heard += 1));
    for (let ring = 0; ring < 1_000; ring += 1) here.ring("busy");
    await heardAfter(there, "last", () => here.ring("last"));
    // The look of every second may have come in between.
    expect(heard).toBeLessThanOrEqual(3);
    stop();
  });

  it("carries more topics than one message can name", async () => {
    const waited = heardAfter(there, `${"x".repeat(40)}499`, () => {
      for (let topic = 0; topic < 500; topic += 1) here.ring(`${"x".repeat(40)}${topic}`);
    });
    expect(await waited).toBeLessThan(1_000);
  });

  it("T15: with its connections cut, is heard within 1.5 s, and at once when they are back", async () => {
    const topic = "cut";
    await cut();
    expect(await heardAfter(there, topic, () => here.ring(topic))).toBeLessThanOrEqual(1_500);
    await connected(here, there);
  });

  it("tells when its wire breaks, and when it is whole again", async () => {
    const told: boolean[] = [];
    there.tellOfWire?.((isWhole) => told.push(isWhole));
    await cut();
    await expect.poll(() => told, { timeout: 10_000 }).toEqual([false, true]);
    await connected(here, there);
    expect(told).toEqual([false, true]);
  });

  it("T15: a ring that was never sent is made good by the look of every second", async () => {
    expect(await heardAfter(there, "never rung", () => undefined)).toBeLessThanOrEqual(1_500);
  });

  it("is silent after it was closed", async () => {
    const closing = open();
    let heard = 0;
    closing.listen("late", () => (heard += 1));
    await closing.close();
    heard = 0;
    await heardAfter(there, "late", () => here.ring("late"));
    expect(heard).toBe(0);
  });
});
