import { BenchApi } from "./harness/bench-api.ts";
import { type Bench, type Figure, secondsOf } from "./harness/figure.ts";
import { observe, openCount } from "./harness/observe-api.ts";
import { pageOfLines } from "./harness/page-of-lines.ts";
import { postgraphilePeer } from "./harness/postgraphile-peer.ts";
import { largeServer } from "./harness/seeded-server.ts";

const ASKED_PER_ROUND = 5;
const CONNECTIONS = 20;
const PAGE = "nodes { id quantityCounted quantityExpected quantityVariance }";

const questions: Record<string, string> = {
  "the first 100 lines": `lines(first: 100) { ${PAGE} }`,
  "100 discrepancies": `lines(first: 100, query: { view: DISCREPANCIES }) { ${PAGE} }`,
  "100 shortages": `lines(first: 100, query: { view: SHORTAGES }) { ${PAGE} }`,
  "100 lines not counted": `lines(first: 100, query: { view: NOT_COUNTED }) { ${PAGE} }`,
  "100 flagged lines": `lines(first: 100, query: { view: FLAGGED }) { ${PAGE} }`,
  "a search of two words": `lines(first: 100, query: { search: "wheel 12" }) { ${PAGE} }`,
  "totals of all lines": "totals { lines quantityVarianceGross valueVarianceGross }",
  "totals of the discrepancies":
    "totals(query: { view: DISCREPANCIES }) { lines quantityVarianceGross }",
  "how many lines there are": "lines(first: 1) { totalCount }",
};

/** Views, search and totals over a count of 100,000 lines, HTTP and session included. */
const lines: Bench = async (scope) => {
  const server = await largeServer(scope);
  const api = await BenchApi.signIn(server);
  const count = await openCount(api, await api.warehouseId("LARGE"));
  await observe(api, count, { connections: 4, entries: 50, seconds: 3 });
  const peer = await postgraphilePeer(scope, server.databaseUrl);
  const answers = Object.entries(questions).map(([what, field]): Figure => {
    const query = `query ($id: ID!) { countSession(id: $id) { ${field} } }`;
    return {
      figure: `milliseconds for ${what}, of 100,000`,
      limit: 50,
      bound: "at most",
      rounds: 5,
      ours: async () => {
        const seconds = await secondsOf(async () => {
          for (let asked = 0; asked < ASKED_PER_ROUND; asked += 1)
            await api.ask(query, { id: count.sessionId });
        });
        return (seconds * 1_000) / ASKED_PER_ROUND;
      },
    };
  });
  return [await pageOfLines(api, peer, count, CONNECTIONS), ...answers];
};

export default lines;
