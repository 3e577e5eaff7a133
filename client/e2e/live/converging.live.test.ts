import "./page-stand-in.ts";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import type {} from "../../../tools/testing/provide-database.ts";
import { startRunningServer, type RunningServer } from "../../../tools/testing/running-server.ts";
import { beginCount } from "../../../server/test/door/begin-count.ts";
import { people, signIn, warehouseIds } from "../../../server/test/door/caller.ts";
import { readCount } from "../../../server/test/door/count-one.ts";
import { SeededRandom } from "../../../server/src/demonstration/seeded-random.ts";
import type { SessionSource } from "#lib/counting/session-source.ts";
import { Device, freshScreen } from "./device.ts";
import { FaultyNetwork } from "../../../tools/testing/faulty-network.ts";

const devicesOnTheFloor = 10;
const entriesApartMs = 50;
const quietWithinMs = 10_000;

let running: RunningServer;
let cookies: string[];
let count: { id: string; lineIds: string[] };
let devices: Device[];

beforeEach(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  const staff = [people.supervisor, people.counter, people.approver, people.administrator];
  const callers = [];
  for (const email of staff) callers.push(await signIn(running.url, email));
  const [ines, maria, , ada] = callers as [(typeof callers)[0], ...typeof callers];
  cookies = [ines, maria!].map(({ headers }) => headers["cookie"] ?? "");
  const { MAIN: main = "" } = await warehouseIds(ada!);
  count = await readCount(ada!, await beginCount(ada!, main));
  devices = [];
});
afterEach(async () => {
  for (const device of devices) device.close();
  for (const { network } of devices) await network.close();
  await running.stop();
});

const portOf = ({ url }: RunningServer) => Number(new URL(url).port);

async function openDevice(at: number, spoil?: (source: SessionSource) => SessionSource) {
  const network = await FaultyNetwork.to(portOf(running));
  const device = new Device(network, count.id, cookies[at % cookies.length] ?? "", spoil);
  devices.push(device);
  return device;
}

async function killAndRestart(): Promise<void> {
  await running.kill();
  const { databaseUrl } = running;
  running = await startRunningServer({
    postgresUrl: inject("postgresUrl"),
    databaseUrl,
    port: portOf(running),
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Networks fail one by one, sometimes all together with the server, until the time is over. */
async function makeTrouble(random: SeededRandom, until: number): Promise<number> {
  let troubles = 0;
  const healing: Promise<void>[] = [];
  while (performance.now() < until) {
    await wait(random.integer(50, 1_500));
    troubles += 1;
    if (random.chance(0.1)) await killAndRestart();
    const { network } = random.pick(devices);
    network.condition = random.chance(0.5) ? "cut" : "silent";
    const healed = wait(random.integer(50, 4_000)).then(() => void (network.condition = "sound"));
    healing.push(healed);
  }
  await Promise.all(healing);
  return troubles;
}

/** Twenty entries a second from all devices together; each is sent until it is acknowledged. */
async function countOnTheFloor(random: SeededRandom, until: number): Promise<number> {
  const sent: Promise<void>[] = [];
  while (performance.now() < until) {
    await wait(entriesApartMs);
    sent.push(random.pick(devices).count(random.pick(count.lineIds), random.integer(0, 9)));
  }
  await Promise.all(sent);
  return sent.length;
}

async function isEqualToTheServer(device: Device, at: number): Promise<boolean> {
  const fresh = await freshScreen(
    new URL(running.url).host,
    count.id,
    cookies[at % cookies.length] ?? "",
  );
  return expect.objectContaining(fresh).asymmetricMatch(device.shown());
}

const seconds = inject("loadSeconds");
const seeds = Array.from({ length: inject("seeds") }, (_, at) => `floor ${at + 1}`);

/**
 * The long form is three minutes for each of twenty seeds:
 * `FULL_LENGTH_SECONDS=180 FULL_LENGTH_SEEDS=20 npm test -- converging`.
 */
test.each(seeds)(
  "T18: ten devices whose networks and server fail all show what the server knows 10 s after the trouble ends: %s",
  { timeout: (seconds + 90) * 1_000 },
  async (seed) => {
    for (let at = 0; at < devicesOnTheFloor; at += 1) await openDevice(at);
    const until = performance.now() + seconds * 1_000;
    const [troubles, entries] = await Promise.all([
      makeTrouble(new SeededRandom(`${seed}: trouble`), until),
      countOnTheFloor(new SeededRandom(`${seed}: entries`), until),
    ]);
    const quietSince = performance.now();
    for (const [at, device] of devices.entries())
      await vi.waitFor(async () => expect(await isEqualToTheServer(device, at)).toBe(true), {
        timeout: quietWithinMs,
        interval: 100,
      });
    const equalAfterMs = Math.round(performance.now() - quietSince);
    const acknowledged = devices.reduce((sum, each) => sum + each.acknowledged.size, 0);
    console.info("T18", JSON.stringify({ seed, troubles, entries, acknowledged, equalAfterMs }));
    expect(acknowledged).toBe(entries);
    expect(equalAfterMs).toBeLessThanOrEqual(quietWithinMs);
  },
);

test(
  "control: a device that goes on from now and not from its cursor shows less than the server knows",
  { timeout: 60_000 },
  async () => {
    const device = await openDevice(0, withoutTheFirstFrame);
    const other = await openDevice(0);
    await vi.waitFor(async () => expect(await isEqualToTheServer(device, 0)).toBe(true), {
      timeout: quietWithinMs,
    });
    await other.count(count.lineIds[0] ?? "", 3);
    await vi.waitFor(async () => expect(await isEqualToTheServer(other, 0)).toBe(true), {
      timeout: quietWithinMs,
    });
    expect(await isEqualToTheServer(device, 0)).toBe(false);
  },
);

/** As a client would be that asks for the feed and lets what it missed be. */
function withoutTheFirstFrame(source: SessionSource): SessionSource {
  return {
    ...source,
    follow: (after, listener) => {
      let frames = 0;
      return source.follow(after, {
        ...listener,
        onItem: (item) => {
          frames += item.__typename === "SessionFrame" && item.events.length > 0 ? 1 : 0;
          if (frames !== 1) listener.onItem(item);
        },
      });
    },
  };
}
