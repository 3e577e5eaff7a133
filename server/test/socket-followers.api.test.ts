import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  createDatabase,
  startRunningServer,
  type RunningServer,
} from "../../tools/testing/running-server.ts";
import { type Caller, people, signIn, warehouseIds } from "./door/caller.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { receiveOne } from "./door/receive-one.ts";
import { feedQuery, SpeakingSocket } from "./door/speaking-socket.ts";
import { openStatementTap, type StatementTap } from "./door/statement-tap.ts";

let tap: StatementTap;
let running: RunningServer;
let open: OpenDoor;
let ines: Caller;
let warehouseId: string;

beforeAll(async () => {
  const postgresUrl = inject("postgresUrl");
  tap = await openStatementTap(await createDatabase({ postgresUrl }));
  running = await startRunningServer({ postgresUrl, databaseUrl: tap.url });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  ines = await signIn(running.url, people.supervisor);
  warehouseId = (await warehouseIds(ines))["MAIN"] ?? "";
});
afterAll(async () => {
  await open.close();
  await running.stop();
  await tap.close();
});

/** Uses one id again and again before its last use has ended, and leaves. */
async function reuseOneId(url: string): Promise<void> {
  const socket = await SpeakingSocket.greet(url, ines.headers);
  for (let at = 0; at < 15; at += 1) {
    socket.subscribe("again", feedQuery, { warehouseId });
    socket.say({ type: "complete", id: "again" });
  }
  socket.subscribe("again", feedQuery, { warehouseId });
  while ((await socket.next()).type !== "next");
  socket.close();
  await socket.closed;
}

/** Every reader looks once when a move rings the bell; one of them is ours and tells us when. */
async function countReadersAtABell(url: string): Promise<number> {
  const socket = await SpeakingSocket.greet(url, ines.headers);
  socket.subscribe("witness", feedQuery, { warehouseId });
  await socket.next();
  const { statements } = await tap.during(async () => {
    await receiveOne(ines, warehouseId);
    await socket.next();
  });
  socket.close();
  return statements.filter((text) => text.includes("from stock_move m") && text.includes("limit"))
    .length;
}

test("T33: a socket that is gone leaves no reader behind, however it used its ids", async () => {
  await reuseOneId(running.url);
  // The witness alone, who on a busy machine may have looked again by himself.
  expect(await countReadersAtABell(running.url)).toBeLessThan(6);
});

test("control: the library alone loses readers in the same way", async () => {
  await reuseOneId(open.url);
  expect(await countReadersAtABell(open.url)).toBeGreaterThanOrEqual(12);
});
