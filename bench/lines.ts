import { BenchApi } from "./harness/bench-api.ts";
import { type Bench, type Figure, secondsOf } from "./harness/figure.ts";
import { observe, openCount } from "./harness/observe-api.ts";
import { pageOfLines } from "./harness/page-of-lines.ts";
import { postgraphilePeer } from "./harness/postgraphile-peer.ts";
import { questionsOfLines } from "./harness/questions-of-lines.ts";
import { largeServer } from "./harness/seeded-server.ts";

const ASKED_PER_ROUND = 5;
const CONNECTIONS = 20;

/**
 * Views, search, totals, progress and orders over a count of 100,000 lines, HTTP and session included;
 * and a page of it beside PostGraphile's answer to the same question.
 */
const lines: Bench = async (scope) => {
  const server = await largeServer(scope);
  const api = await BenchApi.signIn(server);
  const count = await openCount(api, await api.warehouseId("LARGE"));
  await observe(api, count, { connections: 4, entries: 50, seconds: 3 });
  const peer = await postgraphilePeer(scope, server.databaseUrl);
  const answers = questionsOfLines.map(({ what, field }): Figure => {
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
