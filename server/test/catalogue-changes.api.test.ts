import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { buildWorld, type World } from "./worlds/build-world.ts";

let running: RunningServer;
let world: World;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
  world = await buildWorld(running.url, { bolts: "10", nuts: "7", paint: "5", drills: ["S1"] });
});
afterAll(() => running.stop());

async function changesAfter(after: string | null, atMost = 100) {
  const answer = await world.counter.ask(
    `query ($after: String, $atMost: Int!) { catalogueChanges(after: $after, atMost: $atMost) {
      items units { code decimals } cursor hasMore startsAnew } }`,
    { after, atMost },
  );
  return { ...answer, changes: answer.data?.catalogueChanges };
}

test("a counter's device reads every item once, and later what changed", async () => {
  const { changes } = await changesAfter(null);
  const bolt = changes.items.find(([id]: [string]) => id === world.ids["BOLT"]);
  expect(bolt).toEqual([world.ids["BOLT"], "BOLT", "BOLT", "BULK", "EA", [], []]);
  expect(changes).toMatchObject({ hasMore: false, startsAnew: false });
  expect(changes.units).toContainEqual({ code: "EA", decimals: 0 });

  const described = { sku: "BOLT", description: "A longer bolt", unitCode: "EA" };
  const save = async (isActive: boolean) => {
    const { text } = await world.supervisor.ask(
      `mutation ($input: SaveItemInput!) { saveItem(input: $input) { __typename
        ... on SaveItemRejected { message } } }`,
      { input: { itemId: world.ids["BOLT"], ...described, tracking: "BULK", isActive } },
    );
    expect(text).toContain("ItemSaved");
  };
  await save(true);
  const later = (await changesAfter(changes.cursor)).changes;
  expect(later.items).toEqual([[world.ids["BOLT"], "BOLT", "A longer bolt", "BULK", "EA", [], []]]);
  await save(false);
  const last = (await changesAfter(later.cursor)).changes;
  expect(last.items).toEqual([[world.ids["BOLT"]]]);
  await save(true);
});

test("page by page, and never more than is allowed", async () => {
  const seen: string[] = [];
  for (let after: string | null = null, hasMore = true; hasMore;) {
    const { changes } = await changesAfter(after, 1);
    seen.push(...changes.items.map(([id]: [string]) => id));
    ({ cursor: after, hasMore } = changes);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toContain(world.ids["PAINT"]);
  expect((await changesAfter(null, 0)).code).toBe("BAD_USER_INPUT");
  expect((await changesAfter(null, 5_001)).code).toBe("BAD_USER_INPUT");
  expect((await changesAfter("yesterday")).code).toBe("BAD_USER_INPUT");
});

test("what is long comes packed, to whoever can unpack it; what is short comes as it is", async () => {
  const encodingOf = async (query: string, accepted: string) => {
    const { headers } = await world.counter.ask(query, {}, { "accept-encoding": accepted });
    return headers.get("content-encoding");
  };
  const long = "{ __schema { types { name description } } }";
  expect(await encodingOf(long, "br, gzip")).toBe("br");
  expect(await encodingOf(long, "gzip")).toBe("gzip");
  expect(await encodingOf(long, "identity")).toBeNull();
  expect(await encodingOf("{ viewer { permissions } }", "br, gzip")).toBeNull();
});
