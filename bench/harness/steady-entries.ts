import type { BenchApi } from "./bench-api.ts";
import type { OpenCount } from "./observe-api.ts";

const RECORD = `mutation Record($input: RecordObservationsInput!) {
  recordObservations(input: $input) { results { __typename } }
}`;
const REQUESTS_PER_SECOND = 20;

let made = 0;

/** Entries at an even pace, all over the count, until they are stopped; then how many there were. */
export function steadyEntries(api: BenchApi, count: OpenCount, perSecond: number) {
  const each = Math.round(perSecond / REQUESTS_PER_SECOND);
  const underWay = new Set<Promise<void>>();
  let problem: unknown;
  let recorded = 0;
  const timer = setInterval(() => {
    const sent = send().catch((error: unknown) => void (problem ??= error));
    underWay.add(sent);
    void sent.then(() => underWay.delete(sent));
  }, 1_000 / REQUESTS_PER_SECOND);

  async function send(): Promise<void> {
    const observations = Array.from({ length: each }, () => {
      made += 1;
      return {
        externalId: `steady ${process.pid} ${made}`,
        mode: "REPLACE",
        // 7,919 is prime: neighbours in time are no neighbours on the shelf.
        lineId: count.lineIds[(made * 7_919) % count.lineIds.length],
        quantity: made % 50,
        countedAt: new Date().toISOString(),
        clockOffsetMs: 0,
      };
    });
    await api.ask(RECORD, { input: { sessionId: count.sessionId, observations } });
    recorded += each;
  }

  return async (): Promise<number> => {
    clearInterval(timer);
    await Promise.all(underWay);
    if (problem) throw problem;
    return recorded;
  };
}
