/** One thing that is measured, perhaps beside somebody else's way of doing it. */
export interface Figure {
  figure: string;
  /** Applies to the ratio where there is a peer, to our own number otherwise. */
  limit: number;
  /** Whether the limit is the most (seconds) or the least (operations a second) allowed. */
  bound: "at most" | "at least";
  /** Of "at least": a number of our own that is enough, however much the other side does. */
  enough?: number;
  ours(): Promise<number>;
  peer?: () => Promise<number>;
  rounds?: number;
}

/** The line that a figure prints. */
export interface Result {
  bench: string;
  figure: string;
  ours: number;
  peer: number | null;
  ratio: number | null;
  limit: number;
  ok: boolean;
}

/** What a bench needs around it: things put up for it are taken down in the reverse order. */
export interface BenchScope {
  defer(takeDown: () => Promise<void>): void;
  tell(text: string): void;
}

/** The default export of every file in bench/. */
export type Bench = (scope: BenchScope) => Promise<Figure[]>;

const ROUNDS = 3;

/** Both sides take turns, so that a noisy minute falls on both. */
export async function measure(bench: string, given: Figure): Promise<Result> {
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < Math.max(ROUNDS, given.rounds ?? ROUNDS); round += 1) {
    ours.push(await given.ours());
    if (given.peer) peers.push(await given.peer());
  }
  return judge(bench, given, median(ours), given.peer ? median(peers) : null);
}

export function judge(bench: string, given: Figure, ours: number, peer: number | null): Result {
  const ratio = peer === null ? null : ours / peer;
  const judged = ratio ?? ours;
  const isEnough = given.enough !== undefined && ours >= given.enough;
  const ok = given.bound === "at most" ? judged <= given.limit : judged >= given.limit || isEnough;
  const { figure, limit } = given;
  return {
    bench,
    figure,
    ours: round(ours),
    peer: peer === null ? null : round(peer),
    ratio: ratio === null ? null : round(ratio),
    limit,
    ok,
  };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new Error("Nothing was measured.");
  return (lower + upper) / 2;
}

/** Four significant digits: more would claim what no clock here can tell. */
const round = (value: number) => Number(value.toPrecision(4));

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
