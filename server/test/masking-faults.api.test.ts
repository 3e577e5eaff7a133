import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type pg from "pg";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { Caller, makeKey, people, signIn, warehouseIds } from "./door/caller.ts";
import { ownerOf } from "./door/database-owner.ts";
import { internalStringsIn } from "./door/internal-strings.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { away, plantedFaults, type PlantedFault } from "./door/planted-faults.ts";
import { receiveOne } from "./door/receive-one.ts";
import { feedQuery, SpeakingSocket } from "./door/speaking-socket.ts";

let running: RunningServer;
let open: OpenDoor;
let owner: pg.Client;
let ines: Caller;
let ada: Caller;
let w: string;
let q: string;
let log = "";

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  running = await startRunningServer({
    postgresUrl: inject("postgresUrl"),
    onOutput: (text) => (log += text),
  });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  owner = await ownerOf(running.databaseUrl);
  ines = await signIn(running.url, people.supervisor);
  ada = await signIn(running.url, people.administrator);
  w = (await warehouseIds(ines))["MAIN"] ?? "";
  const { data } = await ines.ask(
    "query ($w: ID!) { quants(warehouseId: $w, first: 1) { nodes { id } } }",
    { w },
  );
  q = data.quants.nodes[0].id;
});
afterAll(async () => {
  await owner.end();
  await open.close();
  await running.stop();
});

const masked = /"code":"INTERNAL","traceId":"([0-9a-f-]{36})"/u;

async function whileBroken<Result>(
  fault: Pick<PlantedFault, "breakIt" | "mendIt">,
  work: () => Promise<Result>,
): Promise<Result> {
  await owner.query(fault.breakIt);
  try {
    return await work();
  } finally {
    await owner.query(fault.mendIt);
  }
}

const askAt = (url: string, { who, query }: PlantedFault) =>
  new Caller(url, who === "nobody" ? {} : (who === "supervisor" ? ines : ada).headers).ask(
    query.replaceAll("$w", `"${w}"`).replaceAll("$q", `"${q}"`),
  );

async function expectMasked(text: string): Promise<void> {
  expect(internalStringsIn(text), text).toEqual([]);
  const traceId = masked.exec(text)?.[1];
  expect(traceId, text).toBeDefined();
  await vi.waitFor(() => expect(log).toContain(traceId), { timeout: 10_000 });
}

test.each(plantedFaults)(
  "T38: $what: a trace id and no more, the rest in the log",
  async (fault) => {
    const { text } = await whileBroken(fault, () => askAt(running.url, fault));
    await expectMasked(text);
  },
);

test("control: the open door tells of its inside at each of them", async () => {
  for (const fault of plantedFaults) {
    const { text } = await whileBroken(fault, () => askAt(open.url, fault));
    expect(internalStringsIn(text), `${fault.what}: ${text}`).not.toEqual([]);
  }
});

async function firstOf(url: string, headers = ines.headers): Promise<string> {
  const socket = await SpeakingSocket.open(url, { headers });
  socket.say({ type: "connection_init" });
  const greeting = await socket.next().catch(() => null);
  if (greeting) socket.subscribe("1", feedQuery, { warehouseId: w });
  for (;;) {
    const next = await socket.next().catch(() => null);
    if (!next) return JSON.stringify(await socket.closed);
    if (next.id !== "1") continue;
    socket.close();
    return JSON.stringify(next);
  }
}

test("T38: over a socket, a feed that cannot begin", async () => {
  await expectMasked(await whileBroken(away("ledger_head"), () => firstOf(running.url)));
});

test("T38: over a socket, a feed that breaks while it runs ends with an error of that one feed", async () => {
  const socket = await SpeakingSocket.greet(running.url, ines.headers);
  socket.subscribe("1", feedQuery, { warehouseId: w });
  await socket.next();
  const answer = await whileBroken(away("stock_move"), () => socket.next());
  expect(answer.type).toBe("error");
  await expectMasked(JSON.stringify(answer));
  socket.subscribe("2", feedQuery, { warehouseId: w });
  expect((await socket.nextOf("2")).type).toBe("next");
  socket.close();
});

test("T38: over a socket, a field of an event that fails is masked in its place", async () => {
  const socket = await SpeakingSocket.greet(running.url, ines.headers);
  const nested = feedQuery.replace("sequence", "sequence quant { item { category { name } } }");
  socket.subscribe("1", nested, { warehouseId: w });
  await socket.next();
  const answer = await whileBroken(away("category"), async () => {
    await receiveOne(ines, w);
    return socket.next();
  });
  const path = ["stockFeed", "moves", 0, "quant", "item", "category"];
  expect(answer.payload.errors[0].path).toEqual(path);
  await expectMasked(JSON.stringify(answer));
  socket.close();
});

test("T38: a connection that is ended under a statement", async () => {
  const watcher = await ownerOf(running.databaseUrl);
  await owner.query("begin; lock table supplier in access exclusive mode");
  const asked = ines.ask("{ suppliers { totalCount } }");
  const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock'
    and datname = current_database() and query like '%supplier%' and pid <> pg_backend_pid()`;
  const pid = await vi.waitFor(
    async () => {
      const { rows } = await watcher.query<{ pid: number }>(waiting);
      if (!rows[0]) throw new Error("Nobody waits yet.");
      return rows[0].pid;
    },
    { timeout: 10_000 },
  );
  await watcher.query("select pg_terminate_backend($1)", [pid]);
  await watcher.end();
  const { text } = await asked;
  await owner.query("rollback");
  await expectMasked(text);
  expect((await ines.ask("{ suppliers { totalCount } }")).errors).toEqual([]);
});

test("T38: no database at all, over HTTP and sockets; then it is back and so is everything", async () => {
  const { caller: stranger } = await makeKey(ines, { permissions: ["view:stock"] });
  const cluster = await ownerOf(inject("postgresUrl"));
  const database = new URL(running.databaseUrl).pathname.slice(1);
  await cluster.query(`alter database ${database} allow_connections false`);
  await cluster.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
    database,
  ]);
  const asked = await stranger.ask("{ viewer { permissions } }");
  expect(asked.status).toBe(500);
  const socketEnd = await firstOf(running.url, stranger.headers);
  const atOpenDoor = await firstOf(open.url, stranger.headers);
  await cluster.query(`alter database ${database} allow_connections true`);
  await cluster.end();
  await owner.end().catch(() => undefined);
  owner = await ownerOf(running.databaseUrl);

  await expectMasked(asked.text);
  expect(socketEnd).toMatch(/"code":4500,"reason":"INTERNAL [0-9a-f-]{36}"/u);
  expect(internalStringsIn(socketEnd)).toEqual([]);
  expect(internalStringsIn(atOpenDoor)).not.toEqual([]);
  await vi.waitFor(
    async () => {
      expect((await stranger.ask("{ viewer { permissions } }")).errors).toEqual([]);
      expect((await fetch(new URL("/readyz", running.url))).status).toBe(200);
    },
    { timeout: 10_000 },
  );
  expect(await receiveOne(ines, w)).toBeGreaterThan(0);
});
