import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { Caller, people, signIn, warehouseIds } from "./door/caller.ts";

let running: RunningServer;
let ines: Caller;
let maria: Caller;
let jonas: Caller;
let sessionId: string;

const jpeg = (...rest: number[]) => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...rest);
const entry = "11111111-2222-4333-8444-555555555555";
const loose = `query ($id: ID!) { countSession(id: $id) { looseObservations(first: 250) {
  nodes { externalId rawScan photos { id path addedAt } } } } }`;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  maria = await signIn(running.url, people.counter);
  jonas = await signIn(running.url, "jonas@tallyroom.example");
  const w = (await warehouseIds(ines))["MAIN"];
  const { data } = await ines.ask(
    `query ($w: ID!) { countSessions(warehouseId: $w, first: 20, filter: { status: { eq: OPEN } }) {
      nodes { id isSubmitted bins { location { id } } } } }`,
    { w },
  );
  const open = data.countSessions.nodes.find((each: { isSubmitted: boolean }) => !each.isSubmitted);
  sessionId = open.id;
  const observation = {
    ...{ externalId: entry, mode: "ADD", quantity: "1", rawScan: "HELLO-77" },
    ...{ locationId: open.bins[0].location.id, countedAt: new Date().toISOString() },
  };
  await maria.ask(
    `mutation ($input: RecordObservationsInput!) { recordObservations(input: $input) {
      results { __typename } } }`,
    { input: { sessionId, observations: [observation] } },
  );
});
afterAll(() => running.stop());

function send(who: Caller, image: Uint8Array, { count = sessionId, external = entry } = {}) {
  const query = new URLSearchParams({ count, entry: external });
  const address = new URL(`/observation-photos?${query}`, running.url);
  const headers = { ...who.headers, "content-type": "image/jpeg" };
  return fetch(address, { method: "POST", headers, body: Buffer.from(image) });
}
const look = (who: Caller, path: string) =>
  fetch(new URL(path, running.url), { headers: who.headers });

test("a counter's picture stands with his entry, once, and the supervisor sees it", async () => {
  const first = await send(maria, jpeg(1, 2, 3));
  expect(first.status).toBe(201);
  const { id, path } = (await first.json()) as { id: string; path: string };
  expect(await (await send(maria, jpeg(1, 2, 3))).json()).toEqual({ id, path });

  const { data } = await ines.ask(loose, { id: sessionId });
  const found = data.countSession.looseObservations.nodes.find(
    ({ externalId }: { externalId: string }) => externalId === entry,
  );
  expect(found).toMatchObject({ rawScan: "HELLO-77", photos: [{ id, path }] });
  const seen = await look(ines, path);
  expect(seen.headers.get("content-type")).toBe("image/jpeg");
  expect(seen.headers.get("content-security-policy")).toContain("sandbox");
  expect(new Uint8Array(await seen.arrayBuffer())).toEqual(jpeg(1, 2, 3));
});

test("nobody adds to another's entry, and who counts sees no pictures of anybody's", async () => {
  expect((await send(jonas, jpeg(4))).status).toBe(404);
  expect((await send(ines, jpeg(4))).status).toBe(404);
  const { path } = (await (await send(maria, jpeg(5))).json()) as { path: string };
  expect((await look(jonas, path)).status).toBe(403);
  expect((await look(new Caller(running.url, {}), path)).status).toBe(401);
  const { errors } = await maria.ask(loose, { id: sessionId });
  expect(errors.length).toBeGreaterThan(0);
});

test("what is no picture, or of no entry, is refused", async () => {
  const noPicture = await send(maria, new TextEncoder().encode("<svg/>"));
  expect([noPicture.status, await noPicture.json()]).toMatchObject([
    409,
    { reason: "NOT_A_PICTURE" },
  ]);
  expect((await send(maria, jpeg(6), { external: "nothing" })).status).toBe(404);
  expect((await send(maria, jpeg(6), { count: "nothing" })).status).toBe(404);
  for (let at = 10; at < 20; at += 1) await send(maria, jpeg(at));
  expect((await send(maria, jpeg(99))).status).toBe(409);
});

test("who may not plan counts neither reads nor decides about proposed codes", async () => {
  const list = `{ proposedBarcodes { code } }`;
  expect((await maria.ask(list)).errors.length).toBeGreaterThan(0);
  expect((await ines.ask(list)).data.proposedBarcodes).toEqual([]);
});
