import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { print } from "graphql";
import type pg from "pg";
import { SessionFeed } from "@tallyroom/schema/operations/session-feed.ts";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { sessionTopic } from "../src/counting/domain/session-topic.ts";
import { warehouseKeyOf } from "../src/shared/opaque-id.ts";
import { beginCount } from "./door/begin-count.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";
import { readCount, type CountToFollow } from "./door/count-one.ts";
import { ownerOf } from "./door/database-owner.ts";
import { SpeakingSocket } from "./door/speaking-socket.ts";

const megabyte = 1024 * 1024;
const mostMemory = 64 * megabyte;
const eventsTold = 20_000;
const eventsAtOnce = 50;

let running: RunningServer;
let ines: Caller;
let owner: pg.Client;
let count: CountToFollow;
/** What one subscriber was told, for the control. */
let bytesTold = 0;

beforeAll(async () => {
  running = await startRunningServer({
    postgresUrl: inject("postgresUrl"),
    // A small heap: what is kept shows at once, and too much of it ends the process.
    environment: { NODE_OPTIONS: "--max-old-space-size=160 --max-semi-space-size=8" },
  });
  owner = await ownerOf(running.databaseUrl);
  ines = await signIn(running.url, people.supervisor);
  const ada = await signIn(running.url, people.administrator);
  const { MAIN: main = "" } = await warehouseIds(ada);
  count = await readCount(ada, await beginCount(ada, main));
});
afterAll(async () => {
  await owner.end();
  await running.stop();
});

async function memoryOf(url: string): Promise<number> {
  const text = await (await fetch(new URL("/metrics", url))).text();
  return Number(/^process_resident_memory_bytes (\S+)$/mu.exec(text)?.[1]);
}

/** Subscribed, and asleep from then on: not a byte is read. */
async function sleeper(): Promise<SpeakingSocket> {
  const socket = await SpeakingSocket.greet(running.url, ines.headers);
  socket.subscribe("1", print(SessionFeed), { sessionId: count.id });
  await socket.next();
  socket.raw.pause();
  return socket;
}

/**
 * Events as commits leave them, at 2,000 a second: written by hand, because no more than the feed is
 * to be measured. Returns how long after its commit each was told to somebody who is awake.
 */
async function tellAndFollow(events: number): Promise<{ lagP99Ms: number }> {
  const socket = await SpeakingSocket.greet(running.url, ines.headers);
  socket.subscribe("1", print(SessionFeed), { sessionId: count.id });
  await socket.next();
  const toldAt: number[] = [];
  const reading = (async () => {
    while (toldAt.length < events) {
      const message = await socket.next();
      bytesTold += JSON.stringify(message).length;
      for (const _ of message.payload.data.sessionFeed.events) toldAt.push(performance.now());
    }
  })();
  const committedAt: number[] = [];
  for (let due = performance.now(); committedAt.length < events; due += 25) {
    const { warehouseId, rowId } = warehouseKeyOf(count.id, "CountSession");
    await owner.query(APPEND, [warehouseId, rowId, eventsAtOnce]);
    await owner.query("select pg_notify('tallyroom_bell', $1)", [sessionTopic(warehouseId, rowId)]);
    for (let event = 0; event < eventsAtOnce; event += 1) committedAt.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due + 25 - performance.now())));
  }
  await reading;
  socket.close();
  const lags = toldAt.map((at, event) => at - (committedAt[event] ?? at));
  lags.sort((one, other) => one - other);
  return { lagP99Ms: Math.max(0, lags[Math.floor(lags.length * 0.99)] ?? 0) };
}

const APPEND = `
  with head as (
    update count_session set sequence = sequence + $3::int
    where warehouse_id = $1 and id = $2 returning sequence - $3::int as before
  )
  insert into session_event
    (warehouse_id, session_id, sequence, kind, line_id, actor_id, happened_at, details)
  select $1, $2, head.before + l.nth, 'OBSERVATION_RECORDED', l.id, null, now(),
    jsonb_build_object('mode', 'ADD', 'externalId', 'told by hand ' || head.before + l.nth)
  from head, (
    select id, row_number() over () as nth from count_line
    where warehouse_id = $1 and session_id = $2 limit $3::int
  ) l`;

test(
  "T27: five subscribers who sleep through 20,000 events cost 64 MB at most, and nobody else's time",
  { timeout: 90_000 },
  async () => {
    // Until the heap has its working size: what is then let go of is collected, and nothing grows.
    await tellAndFollow(eventsTold);
    bytesTold = 0;
    const before = await memoryOf(running.url);
    const sleepers = await Promise.all(Array.from({ length: 5 }, sleeper));
    const { lagP99Ms } = await tellAndFollow(eventsTold);
    const grownBytes = (await memoryOf(running.url)) - before;
    const report = { grownMb: Math.round(grownBytes / megabyte), lagP99Ms, bytesTold };
    console.info("T27", JSON.stringify(report));
    expect(grownBytes).toBeLessThanOrEqual(mostMemory);
    // 150 ms where nothing else runs; here other tests share the machine.
    expect(lagP99Ms).toBeLessThan(1_000);
    for (const socket of sleepers) socket.raw.terminate();
  },
);

test("control: a server that does not wait for its sockets keeps all of it for each of them", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const sleepers = Array.from({ length: 5 }, () => new WebSocket(`ws://127.0.0.1:${port}`));
  await Promise.all(sleepers.map((socket) => once(socket, "open")));
  for (const socket of sleepers) socket.pause();
  const frame = "x".repeat(50_000);
  for (let sent = 0; sent < bytesTold; sent += frame.length)
    for (const socket of server.clients) socket.send(frame);
  const kept = [...server.clients].reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0);
  for (const socket of sleepers) socket.terminate();
  server.close();
  // As much as was told to each, but for what the system's own buffers took.
  expect(kept).toBeGreaterThan(5 * (bytesTold - 8 * megabyte));
});
