import path from "node:path";
import { followCommand } from "./run-command.ts";
import { runTask } from "./run-task.ts";
import { projectRoot } from "./server-process.ts";

/** 1,000 drawn interleavings of posting with entries, moves, cancelling and all else; a number asks for others. */
await runTask(([count = "1000"]) => {
  const vitest = path.join(projectRoot, "node_modules", "vitest", "vitest.mjs");
  return followCommand([process.execPath, vitest, "run", "posting-races"], {
    environment: { FULL_LENGTH_INTERLEAVINGS: count },
  });
});
