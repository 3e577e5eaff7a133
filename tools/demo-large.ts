import { parseArgs } from "node:util";
import { Refusal, runTask } from "./run-task.ts";
import { loadServerModule, migrateDatabase } from "./server-modules.ts";
import { openDatabase } from "./start/open-database.ts";
import { readStartSettings } from "./start/settings.ts";

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
    await migrateDatabase(database.url);
    const { main } = await loadServerModule("demonstration/seed-large-warehouse.ts");
    await main({ url: database.url, quantCount, moveCount });
  } finally {
    await database.stop();
  }
});
