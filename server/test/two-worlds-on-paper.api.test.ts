import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { buildWorld, type World } from "./worlds/build-world.ts";
import { entriesOf, openBlindCount } from "./worlds/count-in-world.ts";
import { fileOf, printSheet, rowsOfCsv, rowsOfWorkbook, wordsOfPdf } from "./sheet-files.ts";
import type { Caller } from "./door/caller.ts";

/** In the first world what is counted matches the books; in the second nothing does. */
const books = [
  { bolts: "10", nuts: "7", paint: "5", drills: ["S1", "S2"] },
  { bolts: "13", nuts: "9", paint: "4", drills: ["S1", "S2", "S3"] },
];
const RECORD = `mutation ($input: RecordObservationsInput!) {
  recordObservations(input: $input) { results { __typename } } }`;
const running: RunningServer[] = [];
const worlds: World[] = [];

beforeAll(async () => {
  for (const each of books) {
    const server = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
    running.push(server);
    const world = await buildWorld(server.url, each);
    worlds.push(world);
    await openBlindCount(world, "count", ["BOLT", "NUT", "PAINT", "DRILL"]);
    const entry = entriesOf(world)("bolts", "BOLT", "A-1", { quantity: "10" });
    const input = { sessionId: world.ids["count"], observations: [entry] };
    const { errors } = await world.counter.ask(RECORD, { input });
    expect(errors).toEqual([]);
  }
});
afterAll(() => Promise.all(running.map((server) => server.stop())));

/** One sheet without and one with what the books say, printed by the supervisor. */
async function sheetsIn({ supervisor, ids }: World): Promise<string[]> {
  const sessionId = ids["count"];
  const blind = await printSheet(supervisor, { sessionId });
  const shown = await printSheet(supervisor, { sessionId, showsBooks: true });
  return [blind.path, shown.path];
}

/** Every word of every file, but for the clock and the port. */
async function read(caller: Caller, paths: readonly string[]): Promise<string[]> {
  const files = await Promise.all(
    paths.flatMap((path) => [
      fileOf(caller, path, "pdf").then(wordsOfPdf),
      fileOf(caller, path, "csv").then(rowsOfCsv),
      fileOf(caller, path, "xlsx").then(rowsOfWorkbook),
    ]),
  );
  return files.map((file) =>
    JSON.stringify(file)
      .replaceAll(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/gu, "TIME")
      .replaceAll(/localhost:\d+|127\.0\.0\.1:\d+/gu, "HERE"),
  );
}

test("T37: on paper both worlds look alike to a blind counter, whoever has printed it", async () => {
  const paths = await Promise.all(worlds.map(sheetsIn));
  expect(paths[1]).toEqual(paths[0]);
  const [first, second] = await Promise.all(
    worlds.map(({ counter }, at) => read(counter, paths[at] ?? [])),
  );
  expect(first?.join("")).toContain("BOLT");
  expect(second).toEqual(first);

  // The control: through the same door, for somebody who may see it, the second sheet tells them apart.
  const [seen, other] = await Promise.all(
    worlds.map(({ supervisor }, at) => read(supervisor, paths[at] ?? [])),
  );
  const isAlike = (seen ?? []).map((file, at) => file === other?.[at]);
  expect(isAlike).toEqual([true, true, true, false, false, false]);
});

test("T37: a blind counter gets no sheet with what the books say, in the same words in both worlds", async () => {
  const answers = await Promise.all(
    worlds.map(async ({ counter, ids }) => {
      const input = { sessionId: ids["count"], showsBooks: true };
      return printSheet(counter, input).catch(({ message }: Error) => message);
    }),
  );
  expect(answers[0]).toContain("BOOKS_HIDDEN");
  expect(answers[1]).toEqual(answers[0]);
});
