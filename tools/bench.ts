import { readdirSync } from "node:fs";
import path from "node:path";
import { type Bench, measure } from "../bench/harness/figure.ts";
import { Refusal, runTask } from "./run-task.ts";
import { projectRoot } from "./server-process.ts";

const folder = path.join(projectRoot, "bench");

/** Prints one JSON line for each figure, and nothing else, on stdout. */
await runTask(async (args) => {
  const names = chooseBenches(args);
  let missed = 0;
  for (const name of names) {
    const takeDowns: (() => Promise<void>)[] = [];
    const tell = (text: string) => void process.stderr.write(`${name}: ${text}\n`);
    try {
      const { default: bench } = (await import(path.join(folder, `${name}.ts`))) as {
        default: Bench;
      };
      const figures = await bench({ defer: (takeDown) => void takeDowns.push(takeDown), tell });
      for (const figure of figures) {
        tell(figure.figure);
        const result = await measure(name, figure);
        if (!result.ok) missed += 1;
        process.stdout.write(`${JSON.stringify(result)}\n`);
      }
    } finally {
      for (const takeDown of takeDowns.reverse()) await takeDown();
    }
  }
  return missed > 0 ? 1 : 0;
});

function chooseBenches(wanted: string[]): string[] {
  const known = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -".ts".length));
  if (wanted.length === 1 && wanted[0] === "all") return known;
  const names = wanted.map(inKebabCase);
  const unknown = names.find((name) => !known.includes(name));
  if (names.length > 0 && !unknown) return names;
  throw new Refusal(
    `${unknown ? `There is no bench called ${unknown}` : "Name a bench"}: ${known.join(", ")}, or all.`,
  );
}

/** A bench may be asked for as its file is called or as its figure is: quantity-at or quantityAt. */
function inKebabCase(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter}`).toLowerCase();
}
