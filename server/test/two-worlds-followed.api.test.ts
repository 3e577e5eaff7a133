import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { createSchema } from "../src/schema.ts";
import { startOpenDoor } from "./door/open-door.ts";
import { buildWorld, receiveLate, type World } from "./worlds/build-world.ts";
import { closeCount, enterCounts, enterOne, openBlindCount } from "./worlds/count-in-world.ts";
import { WorldFollower } from "./worlds/follow-in-world.ts";
import { plantedFeedLeaks } from "./worlds/planted-feed-leaks.ts";
import { selectFor } from "./worlds/selection-of.ts";

/** In the first world the entries match the books; in the second none does, and stock comes late. */
const books = [
  { bolts: "10", nuts: "7", paint: "5", drills: ["S1", "S2"], lateBolts: null },
  { bolts: "13", nuts: "9", paint: "4", drills: ["S1", "S2", "S3"], lateBolts: "3" },
];

const running: RunningServer[] = [];
const worlds: World[] = [];
let sinceTheBeginning: string[] = [];

beforeAll(async () => {
  for (const each of books) {
    const server = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
    running.push(server);
    worlds.push(await buildWorld(server.url, each));
  }
  const [world] = worlds as [World];
  const { data } = await world.counter.ask("{ viewer { permissions } }");
  selectFor(await createSchema(), new Set(data.viewer.permissions));
  for (const each of worlds) {
    await openBlindCount(each, "small", ["NUT"]);
    await openBlindCount(each, "large", ["BOLT", "PAINT", "DRILL"]);
  }
  sinceTheBeginning = await Promise.all(worlds.map((each) => firstCursor(each, "large")));
});
afterAll(() => Promise.all(running.map((server) => server.stop())));

async function firstCursor(world: World, name: string): Promise<string> {
  const query = `{ countSession(id: "${world.ids[name] ?? ""}") { changesCursor } }`;
  return (await world.counter.ask(query)).data.countSession.changesCursor as string;
}

/** What a counter is told while the same is done in each world but for what the books say. */
async function follow(world: World, lateBolts: string | null): Promise<string[]> {
  const large = await WorldFollower.open(world, world.url, "large");
  const small = await WorldFollower.open(world, world.url, "small");
  await enterCounts(world);
  await large.until("OBSERVATION_RECORDED", 6);
  await small.until("OBSERVATION_RECORDED", 1);
  if (lateBolts) await receiveLate(world, lateBolts);
  await enterOne(world, "large", "b9", "BOLT", "A-1", "1");
  await large.until("OBSERVATION_RECORDED", 7);
  await closeCount(world, "small");
  await small.until("SESSION_CLOSED", 1);
  large.close();
  small.close();
  return [...large.told, ...small.told];
}

test("T37: frames are alike, byte for byte and in number, whatever the books say", async () => {
  const [first = [], second = []] = await Promise.all(
    worlds.map((world, at) => follow(world, books[at]?.lateBolts ?? null)),
  );
  expect(first.length).toBeGreaterThanOrEqual(6);
  expect(second).toEqual(first);
});

/** All of it again, from the cursor that was told before anything happened. */
async function replay(world: World, at: number, url: string): Promise<string[]> {
  const follower = await WorldFollower.open(world, url, "large", sinceTheBeginning[at]);
  await follower.until("OBSERVATION_RECORDED", 7);
  follower.close();
  return follower.told;
}
const replayAll = (urlOf: (at: number) => string) =>
  Promise.all(worlds.map((world, at) => replay(world, at, urlOf(at))));

test("T37: what is told again after a break is alike", async () => {
  const [first, second] = await replayAll((at) => running[at]?.url ?? "");
  expect(second).toEqual(first);
});

test("control: a supervisor is told different things", async () => {
  const [first, second] = await Promise.all(
    worlds.map((world, at) => replay({ ...world, counter: world.supervisor }, at, world.url)),
  );
  expect(second).not.toEqual(first);
});

async function replayAtOpenDoors(plant?: (typeof plantedFeedLeaks)[string]): Promise<string[][]> {
  const doors = await Promise.all(
    running.map(({ databaseUrl }) => startOpenDoor({ databaseUrl, ...(plant ? { plant } : {}) })),
  );
  const told = await replayAll((at) => doors[at]?.url ?? "");
  await Promise.all(doors.map((door) => door.close()));
  return told;
}

test.each(Object.entries(plantedFeedLeaks))("T37, planted leak: %s is caught", async (_, plant) => {
  const [first, second] = await replayAtOpenDoors(plant);
  expect(second).not.toEqual(first);
});

test("control: the same door without a leak tells the same in both worlds", async () => {
  const [first, second] = await replayAtOpenDoors();
  expect(second).toEqual(first);
});
