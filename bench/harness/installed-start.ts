import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findFreePort } from "../../tools/database/cluster.ts";
import { runStartCommand } from "../../tools/testing/start-command.ts";
import type { BenchScope } from "./figure.ts";

/** This checkout, started over and over on a data folder of its own. */
export async function installedStart(scope: BenchScope) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "tallyroom-bench-"));
  scope.defer(() => rm(dataFolder, { recursive: true, force: true }));
  const port = String(await findFreePort());

  const start = async () => {
    const command = runStartCommand({ TALLYROOM_DATA: dataFolder, PORT: port });
    await command.ready;
    return async () => {
      command.signal("SIGTERM");
      await command.ended;
    };
  };
  return { dataFolder, start, startAndStop: async () => (await start())() };
}
