import { type Check, CHECKS } from "./check/checks.ts";
import { runTask } from "./run-task.ts";

interface Finding {
  name: string;
  output: string;
}

const AT_A_TIME = 2;

await runTask(async (args) => {
  const wanted = CHECKS.filter(({ name }) => args.every((word) => name.includes(word)));
  const waiting = [...wanted];
  const findings: Finding[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const finding = await runCheck(check);
      if (finding) findings.push(finding);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  for (const { name, output } of findings) process.stdout.write(`\n── ${name} ──\n${output}\n`);
  process.stdout.write(
    `\nchecks: ${wanted.length - findings.length} passed, ${findings.length} failed\n`,
  );
  return findings.length > 0 ? 1 : 0;
});

async function runCheck({ name, run }: Check): Promise<Finding | undefined> {
  const startedAt = performance.now();
  const { code, output } = await run().catch((error: unknown) => {
    return { code: 1, output: error instanceof Error ? error.message : String(error) };
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? "✔" : "✘"} ${name} (${seconds} s)\n`);
  return code === 0 ? undefined : { name, output };
}
