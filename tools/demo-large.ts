import path from "node:path";
import { parseArgs } from "node:util";
import { Refusal, runTask } from "./run-task.ts";
import { projectRoot } from "./server-process.ts";
import { openDatabase } from "./start/open-database.ts";
import { readStartSettings } from "./start/settings.ts";

interface SeedLargeWarehouse {
  main(given: { url: string; quantCount: number; moveCount: number }): Promise<unknown>;
}

/** A warehouse of 100,000 quants, in the database that `npm start` uses. */
await runTask(async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      quants: { type: "string", default: "100000" },
      moves: { type: "string", default: "200000" },
    },
  });
  const [quantCount, moveCount] = [Number(values.quants), Number(values.moves)];
  if (!(quantCount > 0 && moveCount > 0)) throw new Refusal("--quants and --moves are numbers.");
  const database = await openDatabase({ ...readStartSettings(), whenRunning: "join" });
  try {
    const file = path.join(projectRoot, "server/src/demonstration/seed-large-warehouse.ts");
    const { main } = (await import(file)) as SeedLargeWarehouse;
    await main({ url: database.url, quantCount, moveCount });
  } finally {
    await database.stop();
  }
});
