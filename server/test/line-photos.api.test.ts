import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { Caller, people, signIn, warehouseIds } from "./door/caller.ts";

let running: RunningServer;
let ines: Caller;
let maria: Caller;
let lineId: string;
let sessionId: string;

const jpeg = (...rest: number[]) => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...rest);
const photos = `query ($id: ID!) { node(id: $id) { ... on CountLine {
  photos { id path addedAt addedBy { name } } } } }`;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  maria = await signIn(running.url, people.counter);
  const w = (await warehouseIds(ines))["MAIN"];
  const { data } = await ines.ask(
    `query ($w: ID!) { countSessions(warehouseId: $w, first: 20) { nodes { id isBlind status
      lines(first: 1) { nodes { id } } } } }`,
    { w },
  );
  const open = data.countSessions.nodes.find(
    (each: { isBlind: boolean; status: string }) => each.isBlind && each.status === "OPEN",
  );
  sessionId = open.id;
  lineId = open.lines.nodes[0].id;
});
afterAll(() => running.stop());

function send(who: Caller, image: Uint8Array, { line = lineId, type = "image/jpeg" } = {}) {
  const address = new URL(`/line-photos?line=${encodeURIComponent(line)}`, running.url);
  const headers = { ...who.headers, "content-type": type };
  return fetch(address, { method: "POST", headers, body: Buffer.from(image) });
}
const look = (who: Caller, path: string) =>
  fetch(new URL(path, running.url), { headers: who.headers });

test("a picture is kept as it came, once, and tells who took it", async () => {
  const first = await send(ines, jpeg(1, 2, 3));
  expect(first.status).toBe(201);
  const { id, path } = (await first.json()) as { id: string; path: string };
  expect(await (await send(ines, jpeg(1, 2, 3))).json()).toEqual({ id, path });

  const { data } = await ines.ask(photos, { id: lineId });
  expect(data.node.photos).toEqual([
    { id, path, addedAt: expect.any(String), addedBy: { name: expect.stringContaining("Ines") } },
  ]);
  const seen = await look(ines, path);
  expect(seen.headers.get("content-type")).toBe("image/jpeg");
  expect(seen.headers.get("content-security-policy")).toContain("sandbox");
  expect(new Uint8Array(await seen.arrayBuffer())).toEqual(jpeg(1, 2, 3));
});

test("who counts blind neither adds, nor sees, nor hears of one", async () => {
  const { path } = (await (await send(ines, jpeg(4))).json()) as { path: string };
  expect((await look(maria, path)).status).toBe(403);
  expect((await send(maria, jpeg(5))).status).toBe(403);
  const { data, errors } = await maria.ask(photos, { id: lineId });
  expect([data?.node?.photos ?? null, errors.length > 0]).toEqual([null, true]);
  const stranger = new Caller(running.url, {});
  expect((await look(stranger, path)).status).toBe(401);
});

test("what is no picture, too large, too many or of no line is refused with its reason", async () => {
  const text = new TextEncoder();
  const refused = async (answer: Promise<Response>) => {
    const { status, ...rest } = await answer.then(async (each) => ({
      status: each.status,
      ...((await each.json()) as { reason?: string }),
    }));
    return [status, rest.reason];
  };
  expect(await refused(send(ines, text.encode("<svg/>")))).toEqual([409, "NOT_A_PICTURE"]);
  const large = new Uint8Array(1024 * 1024 + 1);
  large.set(jpeg());
  expect(await refused(send(ines, large))).toEqual([409, "PICTURE_TOO_LARGE"]);
  expect((await send(ines, jpeg(6), { type: "text/plain" })).status).toBe(400);
  expect((await send(ines, jpeg(6), { line: "nothing" })).status).toBe(404);
  expect((await send(ines, jpeg(6), { line: sessionId })).status).toBe(404);
  for (let at = 10; at < 20; at += 1) await send(ines, jpeg(at));
  expect(await refused(send(ines, jpeg(99)))).toEqual([409, "TOO_MANY_PICTURES"]);
  expect((await send(ines, jpeg(10))).status).toBe(201);
});
