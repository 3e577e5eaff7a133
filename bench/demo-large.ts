import { loadServerModule } from "../tools/server-modules.ts";
import { benchDatabase } from "./harness/bench-database.ts";
import { type Bench, secondsOf } from "./harness/figure.ts";
import { seededDatabase } from "./harness/seeded-server.ts";

/** `npm run demo:large` beside the demonstration: other benches need it, so it must not be the slow part. */
const demoLarge: Bench = async (scope) => {
  const database = await benchDatabase(scope);
  const seeded = await seededDatabase(scope, database);
  const { main } = await loadServerModule("demonstration/seed-large-warehouse.ts");
  const size = { quantCount: 100_000, moveCount: 200_000 };
  return [
    {
      figure: "100,000 quants with 200,000 moves, seconds",
      limit: 60,
      bound: "at most",
      ours: async () => {
        const url = await database.copy(seeded);
        return secondsOf(() => main({ url, ...size, print: () => {} }));
      },
    },
  ];
};

export default demoLarge;
