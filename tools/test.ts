import { globSync } from "node:fs";
import path from "node:path";
import { buildProducts } from "./products/build-products.ts";
import { startClock } from "./progress-clock.ts";
import { followCommand } from "./run-command.ts";
import { runTask } from "./run-task.ts";
import { projectRoot } from "./server-process.ts";
import { sumLine } from "./testing/sum-line.ts";

/** Options of vitest whose value follows as a word of its own, which is no filter then. */
const OPTIONS_WITH_VALUE = new Set([
  "-t",
  "--testNamePattern",
  "--project",
  "--reporter",
  "--shard",
]);

await runTask(async (args) => {
  try {
    if (needsProducts(args)) await buildProducts(startClock().report);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stdout.write(`${sumLine({ passed: 0, failed: 1, skipped: 0 })}\n`);
    return 1;
  }
  const vitest = path.join(projectRoot, "node_modules", "vitest", "vitest.mjs");
  return followCommand([process.execPath, vitest, "run", ...args], { environment: noSettings() });
});

/** Tests of the API and of the browser run what was built. */
function needsProducts(args: string[]): boolean {
  const filters = args.filter((word, at) => {
    return !word.startsWith("-") && !OPTIONS_WITH_VALUE.has(args[at - 1] ?? "");
  });
  if (filters.length === 0) return true;
  const built = ["client/e2e/**/*.{spec,live.test}.ts", "server/{src,test}/**/*.api.test.ts"];
  const specs = globSync(built, { cwd: projectRoot });
  return specs.some((spec) => filters.some((filter) => spec.includes(filter)));
}

/** Tests choose their own database, port and data; the user's settings must not reach them. */
function noSettings(): Record<string, undefined> {
  const names = Object.keys(process.env).filter((name) => name.startsWith("TALLYROOM_"));
  const ours = [...names, "DATABASE_URL", "REDIS_URL", "PORT", "HOST"];
  return Object.fromEntries(ours.map((name) => [name, undefined]));
}
