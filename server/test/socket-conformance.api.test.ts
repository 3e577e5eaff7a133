import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { WebSocketServer } from "ws";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { type Caller, people, signIn, warehouseIds } from "./door/caller.ts";
import { feedQuery, SpeakingSocket } from "./door/speaking-socket.ts";

let running: RunningServer;
let ines: Caller;
let variables: { warehouseId: string };
/** Says nothing from the beginning: its five seconds run while the other tests do. */
let silent: SpeakingSocket;
let silentSince: number;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  silent = await SpeakingSocket.open(running.url);
  silentSince = performance.now();
  ines = await signIn(running.url, people.supervisor);
  variables = { warehouseId: (await warehouseIds(ines))["MAIN"] ?? "" };
});
afterAll(() => running.stop());

const init = { type: "connection_init" };
const subscribe = (id: string) => ({
  type: "subscribe",
  id,
  payload: { query: feedQuery, variables },
});

interface Misuse {
  what: string;
  code: number;
  protocols?: string[];
  headers?: () => Record<string, string>;
  says: () => (object | string)[];
}

const signedIn = () => ines.headers;
const misuses: Misuse[] = [
  { what: "what is not JSON", code: 4400, headers: signedIn, says: () => ["{"] },
  { what: "no type", code: 4400, headers: signedIn, says: () => [{}] },
  { what: "an unknown type", code: 4400, headers: signedIn, says: () => [{ type: "start" }] },
  {
    what: "a subscription without an id",
    code: 4400,
    headers: signedIn,
    says: () => [init, { type: "subscribe", payload: { query: feedQuery } }],
  },
  {
    what: "a message that only servers send",
    code: 4400,
    headers: signedIn,
    says: () => [init, { type: "connection_ack" }],
  },
  {
    what: "a subscription before the greeting",
    code: 4401,
    headers: signedIn,
    says: () => [subscribe("1")],
  },
  { what: "a greeting of nobody", code: 4403, says: () => [init] },
  {
    what: "a greeting with an unknown key",
    code: 4403,
    says: () => [{ ...init, payload: { authorization: "Bearer tr_nobodys" } }],
  },
  {
    what: "an unknown key beside a good cookie",
    code: 4403,
    headers: signedIn,
    says: () => [{ ...init, payload: { authorization: "bearer tr_nobodys" } }],
  },
  { what: "another sub-protocol", code: 4406, protocols: ["graphql-ws"], says: () => [init] },
  { what: "no sub-protocol", code: 4406, protocols: [], says: () => [init] },
  {
    what: "an id in use",
    code: 4409,
    headers: signedIn,
    says: () => [init, subscribe("1"), subscribe("1")],
  },
  {
    what: "an id in use that is longer than a close reason",
    code: 4409,
    headers: signedIn,
    says: () => [init, subscribe("1".repeat(300)), subscribe("1".repeat(300))],
  },
  { what: "two greetings", code: 4429, headers: signedIn, says: () => [init, init] },
  {
    what: "a message above 64 KiB",
    code: 1009,
    headers: signedIn,
    says: () => [{ ...init, payload: { authorization: "x".repeat(70_000) } }],
  },
];

/** The first wait lets the server answer the greeting: what follows must find the socket greeted. */
async function closeCodeOf(url: string, misuse: Misuse): Promise<number> {
  const { protocols, headers } = misuse;
  const socket = await SpeakingSocket.open(url, {
    ...(protocols ? { protocols } : {}),
    headers: headers?.() ?? {},
  });
  const [first, ...rest] = misuse.says();
  if (first && socket.raw.readyState === socket.raw.OPEN) socket.say(first);
  if (rest.length > 0 && misuse.code !== 4429) await socket.next().catch(() => null);
  for (const message of rest) if (socket.raw.readyState === socket.raw.OPEN) socket.say(message);
  return (await socket.closed).code;
}

test.each(misuses)("T33: $what closes with $code", async (misuse) => {
  expect(await closeCodeOf(running.url, misuse)).toBe(misuse.code);
});

test("control: a server that closes without looking is told from ours", async () => {
  const careless = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(careless, "listening");
  careless.on("connection", (socket) => socket.once("message", () => socket.close(1000)));
  const { port } = careless.address() as AddressInfo;
  const sayAnything = misuses.filter(({ protocols }) => protocols === undefined);
  for (const misuse of sayAnything)
    expect(await closeCodeOf(`http://127.0.0.1:${port}`, misuse)).not.toBe(misuse.code);
  careless.close();
});

test("T33: a ping is answered, with what it carried, before and after the greeting", async () => {
  const socket = await SpeakingSocket.open(running.url, { headers: ines.headers });
  socket.say({ type: "ping" });
  expect(await socket.next()).toEqual({ type: "pong" });
  socket.say(init);
  expect(await socket.next()).toEqual({ type: "connection_ack" });
  socket.say({ type: "ping", payload: { at: 7 } });
  expect(await socket.next()).toEqual({ type: "pong", payload: { at: 7 } });
  socket.close();
});

test("T33: the first frame comes at once; after complete nothing follows", async () => {
  const socket = await SpeakingSocket.greet(running.url, ines.headers);
  socket.subscribe("feed", feedQuery, variables);
  expect(await socket.next()).toMatchObject({ type: "next", id: "feed" });
  socket.say({ type: "complete", id: "feed" });
  socket.say({ type: "ping" });
  expect(await socket.next()).toEqual({ type: "pong" });
  socket.subscribe("another", feedQuery, variables);
  expect(await socket.next()).toMatchObject({ type: "next", id: "another" });
  socket.close();
});

test("T33: a subscription that cannot begin says why, and is completed", async () => {
  const socket = await SpeakingSocket.greet(running.url, ines.headers);
  socket.subscribe("1", feedQuery, { warehouseId: "nowhere" });
  const refused = await socket.next();
  expect(refused).toMatchObject({ type: "next", id: "1" });
  expect(refused.payload.errors).toMatchObject([
    { message: "There is no such warehouse.", extensions: { code: "NOT_FOUND" } },
  ]);
  expect(await socket.next()).toEqual({ type: "complete", id: "1" });
  socket.close();
});

test("T33: 5 seconds without a greeting close with 4408", async () => {
  expect((await silent.closed).code).toBe(4408);
  expect(performance.now() - silentSince).toBeGreaterThan(4_000);
});
