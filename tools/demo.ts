import { parseArgs } from "node:util";
import { readRunningInstance } from "./database/running-instance.ts";
import { Refusal, runTask } from "./run-task.ts";
import { loadServerModule } from "./server-modules.ts";
import { dataFolder } from "./start/settings.ts";
import { listenForStop } from "./start/stop-request.ts";

/** Simulated people, through the real API of a server that runs. */
await runTask(async (args) => {
  const stop = listenForStop();
  const { values } = parseArgs({
    args,
    options: {
      url: { type: "string" },
      workers: { type: "string", default: "8" },
      seconds: { type: "string", default: "120" },
    },
  });
  const url = values.url ?? readRunningInstance(dataFolder())?.address;
  if (!url) {
    throw new Refusal(
      "Tallyroom does not run here; start it with `npm start` first, or give an address with `-- --url`.",
    );
  }
  const { main } = await loadServerModule("demonstration/drive-demo.ts");
  const [workers, seconds] = [Number(values.workers), Number(values.seconds)];
  if (!(workers > 0 && seconds > 0)) throw new Refusal("--workers and --seconds are numbers.");
  await main({ url, workers, seconds, signal: stop.signal });
});
