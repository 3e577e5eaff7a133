import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { createSchema } from "../src/schema.ts";
import { startOpenDoor } from "./door/open-door.ts";
import { buildWorld, inviteCounter, type World } from "./worlds/build-world.ts";
import { enterInto, entriesOf, openBlindCount } from "./worlds/count-in-world.ts";
import { alike, askAll, documentsOf } from "./worlds/everything-a-counter-asks.ts";
import { WorldFollower } from "./worlds/follow-in-world.ts";
import { plantedAgreementLeaks, plantedRoundLeaks } from "./worlds/planted-round-leaks.ts";
import { selectFor } from "./worlds/selection-of.ts";

/** The books are the same in both worlds; what the first counter found is not. */
const books = { bolts: "10", nuts: "7", paint: "5", drills: ["S1", "S2"] };
const firstRounds = [
  { bolts: "10", drills: ["S1", "S2"], nuts: "7" },
  { bolts: "8", drills: ["S2", "S3"], nuts: "9" },
];

const running: RunningServer[] = [];
/** As Maria sees them, who has counted, and as Jonas does, who counts again. */
const worlds: World[] = [];
let recounters: World[] = [];
let documents: string[] = [];

beforeAll(async () => {
  for (const _ of firstRounds) {
    const server = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
    running.push(server);
    worlds.push(await buildWorld(server.url, books));
  }
  const [world] = worlds as [World];
  const { data } = await world.counter.ask("{ viewer { permissions } }");
  selectFor(await createSchema(), new Set(data.viewer.permissions));
  documents = documentsOf(["blind", "open"]);
  recounters = await Promise.all(worlds.map(withJonas));
  for (const [at, each] of worlds.entries()) {
    await openBlindCount(each, "blind", ["BOLT", "DRILL"]);
    await openBlindCount(each, "open", ["NUT"], false);
    await countFirst(each, at);
  }
  for (const each of worlds) await askAgain(each);
});
afterAll(() => Promise.all(running.map((server) => server.stop())));

async function withJonas(world: World): Promise<World> {
  const counter = await inviteCounter(world.url, world.supervisor, "Jonas");
  const { data } = await counter.ask("{ viewer { user { id } } }");
  return { ...world, counter, names: [...world.names, [data.viewer.user.id, "JONAS"]] };
}

const lines = `countSession(id: $id) { changesCursor lines { nodes { id version } } }`;

async function countFirst(world: World, at: number): Promise<void> {
  const found = firstRounds[at] ?? { bolts: "", drills: [], nuts: "" };
  const entry = entriesOf(world);
  await enterInto(world, "blind", [
    entry("b1", "BOLT", "A-1", { quantity: found.bolts }),
    // One entry more than Jonas will make: who has entered how much is put in order by that.
    entry("b0", "BOLT", "A-1", { quantity: "0" }),
    entry("d1", "DRILL", "A-3", { serials: found.drills }),
  ]);
  await enterInto(world, "open", [
    entry("n1", "NUT", "A-2", { quantity: found.nuts }),
    entry("n0", "NUT", "A-2", { quantity: "0" }),
  ]);
  for (const name of ["blind", "open"]) {
    const asked = await world.supervisor.ask(`query ($id: ID!) { ${lines} }`, {
      id: world.ids[name],
    });
    world.ids[`${name} cursor`] = asked.data.countSession.changesCursor;
  }
}

async function askAgain(world: World): Promise<void> {
  for (const name of ["blind", "open"]) {
    const input = { sessionId: world.ids[name], key: name, view: "ALL", reason: "5 too few" };
    const { data, text } = await world.supervisor.ask(REQUEST, { input });
    expect(data?.requestRecount, text).toMatchObject({ refused: [] });
  }
}
const REQUEST = `mutation ($input: RequestRecountInput!) { requestRecount(input: $input) {
  ... on RecountRequested { lineIds refused { reason } }
  ... on RequestRecountRejected { message } } }`;

async function expectAlike(ask: (world: World) => Promise<string[]>): Promise<void> {
  const [first = [], second = []] = await Promise.all(recounters.map(ask));
  const answered = first.filter((answer) => /^(200|next) /u.test(answer));
  expect(answered.length).toBeGreaterThan(first.length / 2);
  expect(second).toEqual(first);
}
const askEverything = (world: World) => askAll(world, world.url, documents);
/** The open door refuses nothing: what the rules refuse would differ there without any leak. */
const judged = () =>
  documents.filter((document) => !/quants|stockMoves|quantityOnHand|countPreview/u.test(document));

async function answersWith(plant: (schema: GraphQLSchema) => void): Promise<string[][]> {
  const doors = await Promise.all(
    running.map(({ databaseUrl }) => startOpenDoor({ databaseUrl, plant })),
  );
  const answers = await Promise.all(
    recounters.map((world, at) => askAll(world, doors[at]?.url ?? "", judged())),
  );
  await Promise.all(doors.map((door) => door.close()));
  return answers;
}

test("T37: whoever is to count again sees nothing of what the round before found", async () => {
  await expectAlike(askEverything);
});

test.each(Object.entries(plantedRoundLeaks))(
  "T37, planted leak: %s is caught",
  async (_, plant) => {
    const [first, second] = await answersWith(plant);
    expect(second).not.toEqual(first);
  },
);

test("control: a supervisor sees different worlds", async () => {
  const [first, second] = await Promise.all(
    worlds.map((world) => askEverything({ ...world, counter: world.supervisor })),
  );
  expect(second).not.toEqual(first);
});

test("T37: who counted before is refused alike, and who counts again is answered alike", async () => {
  const again = async (world: World) => {
    const entry = entriesOf(world);
    const countedAt = new Date().toISOString();
    const answers = await Promise.all([
      enterInto(world, "blind", [
        entry("b2", "BOLT", "A-1", { quantity: "10", countedAt }),
        entry("d2", "DRILL", "A-3", { serials: ["S1", "S2"], countedAt }),
      ]),
      enterInto(world, "open", [entry("n2", "NUT", "A-2", { quantity: "7", countedAt })]),
    ]);
    return answers.map(({ status, text }) => `${status} ${alike(world, text)}`);
  };
  const refused = await Promise.all(worlds.map(again));
  expect(refused[0]?.[0]).toContain("RECOUNT_BY_SAME_PERSON");
  expect(refused[1]).toEqual(refused[0]);
  await expectAlike(async (world) => {
    const cursor = world.ids["blind cursor"];
    const follower = await WorldFollower.open(world, world.url, "blind", cursor);
    const answers = await again(world);
    await follower.until("OBSERVATION_RECORDED", 2);
    follower.close();
    return [...answers, ...follower.told];
  });
});

test("T37: whether the rounds agree is told to nobody who counts", async () => {
  const query = `{ countSession(id: "ID") { recounts { agreed disagreed } } }`;
  const told = await Promise.all(
    worlds.map(async ({ supervisor, ids }) => {
      const { data } = await supervisor.ask(query.replace("ID", ids["blind"] ?? ""));
      return data.countSession.recounts as object;
    }),
  );
  expect(told).toEqual([
    { agreed: 2, disagreed: 0 },
    { agreed: 0, disagreed: 2 },
  ]);
  await expectAlike(askEverything);
});

test.each(Object.entries(plantedAgreementLeaks))(
  "T37, planted leak: %s is caught",
  async (_, plant) => {
    const [first, second] = await answersWith(plant);
    expect(second).not.toEqual(first);
  },
);

test("T37: which round a supervisor chose is told to nobody who counts", async () => {
  for (const { supervisor, ids } of worlds) {
    const { data } = await supervisor.ask(`query ($id: ID!) { ${lines} }`, { id: ids["blind"] });
    for (const { id: lineId, version } of data.countSession.lines.nodes) {
      const input = { lineId, round: 2, reason: "counted 10 myself", version };
      const chosen = await supervisor.ask(CHOOSE, { input });
      expect(chosen.data?.chooseRound, chosen.text).toMatchObject({
        line: { recountStatus: "CHOSEN" },
      });
    }
  }
  await expectAlike(askEverything);
});
const CHOOSE = `mutation ($input: ChooseRoundInput!) { chooseRound(input: $input) {
  ... on RoundChosen { line { recountStatus rounds { round stands chosenBecause } } }
  ... on ChooseRoundRejected { message } } }`;

test("control: the same door without a leak shows two worlds that are alike", async () => {
  const [first, second] = await answersWith(() => undefined);
  expect(second).toEqual(first);
});
