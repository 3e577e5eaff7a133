import { print } from "graphql";
import { createClient, type Client } from "graphql-ws";
import { SessionFeed } from "@tallyroom/schema/operations/session-feed.ts";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { WebSocket } from "ws";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { beginCount } from "./door/begin-count.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";
import { countLines, readCount, type CountToFollow } from "./door/count-one.ts";

const promisedMs = 12_000;
const longestWaitMs = 8_000;

let running: RunningServer;
let maria: Caller;
let headers: Record<string, string>;
let count: CountToFollow;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  headers = (await signIn(running.url, people.supervisor)).headers;
  maria = await signIn(running.url, people.counter);
  const ada = await signIn(running.url, people.administrator);
  const { MAIN: main = "" } = await warehouseIds(ada);
  count = await readCount(ada, await beginCount(ada, main));
});
afterAll(() => running.stop());

interface Board {
  client: Client;
  /** The numbers of the events that it was told. */
  told: number[];
  isLost: boolean;
}

class KnownSocket extends WebSocket {
  constructor(url: string, protocols: string) {
    super(url, protocols, { headers });
  }
}

/** As docs/FEED.md says a client must: for ever, with full jitter, from the last cursor on. */
const asAsked = {
  retryAttempts: Infinity,
  shouldRetry: () => true,
  retryWait: async (retries: number) => {
    const most = Math.min(longestWaitMs, 500 * 2 ** retries);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * most));
  },
};

function follow(options: Partial<typeof asAsked>): Board {
  const url = new URL("/graphql", running.url).href.replace("http", "ws");
  const client = createClient({ url, webSocketImpl: KnownSocket, keepAlive: 10_000, ...options });
  const board: Board = { client, told: [], isLost: false };
  const variables = { sessionId: count.id, after: count.cursor };
  client.subscribe<{ sessionFeed: { cursor: string; events: { sequence: number }[] } }>(
    { query: print(SessionFeed), variables },
    {
      next: ({ data }) => {
        // Read again when the client subscribes anew.
        variables.after = data?.sessionFeed.cursor ?? variables.after;
        board.told.push(...(data?.sessionFeed.events ?? []).map(({ sequence }) => sequence));
      },
      error: () => (board.isLost = true),
      complete: () => undefined,
    },
  );
  return board;
}

async function killAndRestart(): Promise<void> {
  await running.kill();
  const { databaseUrl, url } = running;
  running = await startRunningServer({
    postgresUrl: inject("postgresUrl"),
    databaseUrl,
    port: Number(new URL(url).port),
  });
}

test(
  "T28: 500 sockets of a server that is killed are all back 12 s after it is, and have missed nothing",
  { timeout: 60_000 },
  async () => {
    const boards = Array.from({ length: 500 }, () => follow(asAsked));
    const impatient = Array.from({ length: 20 }, () => follow({}));
    await countLines(maria, count.id, count.lineIds.slice(0, 1));
    const haveAll = (some: Board[], events: number) =>
      some.filter(({ told }) => told.length >= events).length;
    await vi.waitFor(() => expect(haveAll(boards, 1)).toBe(500), { timeout: 20_000 });

    const killedAt = performance.now();
    await killAndRestart();
    const restartedAt = performance.now();
    await countLines(maria, count.id, count.lineIds.slice(1, 2));
    await vi.waitFor(() => expect(haveAll(boards, 2)).toBe(500), { timeout: 30_000 });
    const afterKillMs = Math.round(performance.now() - killedAt);
    const backMs = Math.round(performance.now() - restartedAt);
    const lost = impatient.filter(({ isLost }) => isLost).length;
    console.info("T28", JSON.stringify({ backMs, afterKillMs, impatientLost: lost }));
    expect(backMs).toBeLessThanOrEqual(promisedMs);
    const told = new Set(boards.map((board) => board.told.join()));
    expect(told.size).toBe(1);
    // The control: with the library's own settings a server that is away is an end.
    expect(lost).toBeGreaterThan(0);
    for (const { client } of [...boards, ...impatient]) await client.dispose();
  },
);
