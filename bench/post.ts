import { loadServerModule } from "../tools/server-modules.ts";
import { BenchApi } from "./harness/bench-api.ts";
import { countedLarge, type CountedLarge } from "./harness/counted-large.ts";
import { type Bench, secondsOf } from "./harness/figure.ts";
import { postByHand } from "./harness/post-by-hand.ts";
import { seededServer } from "./harness/seeded-server.ts";

const QUANTS = 100_500;
const MOVES = 1_000_000;
const VARIANCES = 20_000;
const COUNTERS = 4;
const lookEveryMs = 20;

const PREVIEW = `query Preview($input: PostingPreviewInput!) { postingPreview(input: $input) {
  digest canBePosted lines receipts issues refusals { reason lines } } }`;
const POST = `mutation Post($input: PostSessionInput!) { postSession(input: $input) {
  ... on PostingAskedFor { job { id } }
  ... on PostSessionRejected { reason message } } }`;
const JOB = `query Job($id: ID!) { job(id: $id) {
  state message posting { id lineCount adjustedCount } } }`;
const REVERSE = `mutation Reverse($id: ID!) {
  reversePosting(input: { postingId: $id, reason: "bench" }) {
    ... on PostingReversed { posting { id } } ... on ReversePostingRejected { reason } } }`;
const RECORD = `mutation Record($input: RecordObservationsInput!) {
  recordObservations(input: $input) { results { __typename } } }`;

/** A count of 100,000 lines of which 20,000 differ becomes stock, before a ledger of a million moves. */
const post: Bench = async (scope) => {
  const server = await seededServer(scope);
  scope.tell("filling a large warehouse");
  const { main } = await loadServerModule("demonstration/seed-large-warehouse.ts");
  await main({
    url: server.databaseUrl,
    quantCount: QUANTS,
    moveCount: MOVES,
    print: () => {},
  });
  const api = await BenchApi.signIn(server);
  scope.tell("counting it");
  const count = await countedLarge(scope, api, server, VARIANCES);
  const byHand = await postByHand(count.owner);
  const waits: number[] = [];
  return [
    {
      figure: "seconds for the preview of 100,000 lines",
      limit: 1,
      bound: "at most",
      ours: () => secondsOf(() => preview(api, count)),
    },
    {
      figure: "seconds to post 100,000 lines with 20,000 variances, beside hand-written SQL",
      limit: 3,
      bound: "at most",
      ours: () => postAndTakeBack(api, count, () => Promise.resolve()),
      peer: byHand.post,
    },
    {
      figure: "milliseconds that others' entries wait meanwhile, p99",
      limit: 250,
      bound: "at most",
      ours: async () => {
        await postAndTakeBack(api, count, async (isOver) => {
          await Promise.all(
            Array.from({ length: COUNTERS }, () => countUntil(api, count, isOver, waits)),
          );
        });
        return percentile(waits, 0.99);
      },
    },
  ];
};

interface Preview {
  digest: string;
  canBePosted: boolean;
}

async function preview(api: BenchApi, { sessionId }: CountedLarge): Promise<Preview> {
  type Answer = { postingPreview: Preview };
  const accepted = ["COST_MISSING"];
  const { postingPreview } = await api.ask<Answer>(PREVIEW, { input: { sessionId, accepted } });
  if (!postingPreview.canBePosted) throw new Error(JSON.stringify(postingPreview));
  return postingPreview;
}

/** The seconds of the posting alone; others work until it is over. */
async function postAndTakeBack(
  api: BenchApi,
  count: CountedLarge,
  others: (isOver: () => boolean) => Promise<void>,
): Promise<number> {
  const { digest } = await preview(api, count);
  const input = { sessionId: count.sessionId, digest, accepted: ["COST_MISSING"] };
  let isOver = false;
  const working = others(() => isOver);
  let job: Job | undefined;
  const seconds = await secondsOf(async () => {
    job = await postedBy(api, input);
  });
  isOver = true;
  await working;
  const posting = job?.posting;
  if (posting?.adjustedCount !== VARIANCES) throw new Error(JSON.stringify(job));
  await api.ask(REVERSE, { id: posting.id });
  await count.owner.query(
    "vacuum analyze count_line, quant, stock_move, posting_line, posting_move",
  );
  return seconds;
}

interface Job {
  state: string;
  message: string;
  posting: { id: string; adjustedCount: number } | null;
}

/** From asking for it until its job has come to an end. */
async function postedBy(api: BenchApi, input: object): Promise<Job> {
  type Asked = { postSession: { job?: { id: string } } };
  const { postSession } = await api.ask<Asked>(POST, { input });
  if (!postSession.job) throw new Error(JSON.stringify(postSession));
  const { id } = postSession.job;
  for (;;) {
    const { job } = await api.ask<{ job: Job }>(JOB, { id });
    if (job.state !== "WAITING" && job.state !== "RUNNING") return job;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

let made = 0;

async function countUntil(
  api: BenchApi,
  { other }: CountedLarge,
  isOver: () => boolean,
  waits: number[],
): Promise<void> {
  while (!isOver()) {
    made += 1;
    const observation = {
      externalId: `bench ${process.pid} ${made}`,
      mode: "REPLACE",
      lineId: other.lineIds[made % other.lineIds.length],
      quantity: "5",
      countedAt: new Date().toISOString(),
      clockOffsetMs: 0,
    };
    const input = { sessionId: other.sessionId, observations: [observation] };
    waits.push((await secondsOf(() => api.ask(RECORD, { input }))) * 1_000);
  }
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}

export default post;
