import path from "node:path";
import { followCommand } from "./run-command.ts";
import { runTask } from "./run-task.ts";
import { projectRoot } from "./server-process.ts";

await runTask(async (args) => {
  const prettier = path.join(projectRoot, "node_modules", "prettier", "bin", "prettier.cjs");
  const places = args.length > 0 ? args : ["."];
  return followCommand([process.execPath, prettier, "--write", "--log-level=warn", ...places]);
});
