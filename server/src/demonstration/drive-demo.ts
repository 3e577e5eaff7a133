import { setTimeout as pause } from "node:timers/promises";
import { demonstrationAccounts } from "./demonstration-accounts.ts";
import { CounterWorker } from "./counter-worker.ts";
import { type Credentials, GraphqlClient } from "./graphql-client.ts";
import { mainWarehouse } from "./plan-places.ts";
import { SeededRandom } from "./seeded-random.ts";
import { StockWorker, type Worker } from "./stock-worker.ts";

export interface DriveOptions {
  url: string;
  workers?: number;
  seconds?: number;
  credentials?: readonly Credentials[];
  /** How long a worker takes from one thing to the next, at least and at most. */
  pauseMs?: [number, number];
  print?: (line: string) => void;
  /** Stops everybody at once, before the time is over. */
  signal?: AbortSignal;
}

const failuresInARow = 5;

/** Whoever sees the books comes first: the counters' shelves are asked of them. */
const peopleAtWork = ["supervisor", "administrator", "counter"].flatMap((role) =>
  demonstrationAccounts.filter(({ roleCode }) => roleCode === role),
);

/** Simulated people at a human pace, through the real API, for a bounded time. */
export async function main(options: DriveOptions): Promise<{ steps: number }> {
  const { url, workers: wanted = 4, seconds = 60, pauseMs = [1_200, 4_000] } = options;
  const { credentials = peopleAtWork, print = console.log } = options;
  const time = AbortSignal.timeout(seconds * 1000);
  const stop = options.signal ? AbortSignal.any([time, options.signal]) : time;

  const { clients, workers } = await signInWorkers({ url, credentials, wanted, print });
  print(`${workers.length} workers for ${seconds} s at ${url}`);
  const steps = await Promise.all(workers.map((worker) => work(worker, { pauseMs, print, stop })));
  await Promise.allSettled(clients.map((client) => client.signOut()));
  const total = steps.reduce((sum, count) => sum + count, 0);
  print(`Done: ${total} things by ${workers.length} workers.`);
  return { steps: total };
}

interface Hiring {
  url: string;
  credentials: readonly Credentials[];
  wanted: number;
  print: (line: string) => void;
}

/** Each account signs in once, whatever the number of workers: tries are limited. */
async function signInWorkers(
  hiring: Hiring,
): Promise<{ clients: GraphqlClient[]; workers: Worker[] }> {
  const clients: GraphqlClient[] = [];
  const counting: WorkerMaker[] = [];
  const moving: WorkerMaker[] = [];
  let shelf: GraphqlClient | null = null;
  for (const account of hiring.credentials) {
    const client = new GraphqlClient(hiring.url);
    const { permissions, warehouses, user } = await client.signIn(account);
    clients.push(client);
    const warehouse = warehouses.find(({ code }) => code === mainWarehouse.code) ?? warehouses[0];
    if (!warehouse) continue;
    const may = (permission: string) => permissions.includes(permission);
    if (may("view:expected-quantity")) shelf ??= client;
    if (may("record:stock-moves"))
      moving.push((suffix) => new StockWorker(user.name + suffix, client, warehouse.id));
    else if (may("update:stock-count") && shelf) {
      const eyes = shelf;
      counting.push((suffix) => new CounterWorker(user.name + suffix, client, eyes, warehouse.id));
    }
  }
  if (counting.length + moving.length === 0)
    throw new Error("None of the accounts may count or record stock moves.");
  // A person counts at one place at a time, but may move stock in two.
  const workers = Array.from({ length: hiring.wanted }, (_, index) => {
    const counter = counting[index];
    if (counter || moving.length === 0) return counter?.("");
    const mover = index - counting.length;
    const round = Math.floor(mover / moving.length);
    return moving[mover % moving.length]?.(round === 0 ? "" : ` ${round + 1}`);
  });
  return { clients, workers: workers.flatMap((worker) => worker ?? []) };
}

type WorkerMaker = (suffix: string) => Worker;

interface Shift {
  pauseMs: [number, number];
  print: (line: string) => void;
  stop: AbortSignal;
}

async function work(worker: Worker, { pauseMs, print, stop }: Shift): Promise<number> {
  const random = new SeededRandom(worker.name);
  let steps = 0;
  let failures = 0;
  while (!stop.aborted && failures < failuresInARow) {
    try {
      await pause(random.integer(...pauseMs), undefined, { signal: stop });
    } catch {
      break;
    }
    try {
      print(`${worker.name} ${await worker.step()}`);
      steps += 1;
      failures = 0;
    } catch (error) {
      failures += 1;
      print(`${worker.name} could not: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures === failuresInARow) print(`${worker.name} gives up.`);
  return steps;
}
