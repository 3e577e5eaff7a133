/** Something the user can mend: shown as its one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs a task to its exit code; a refusal is one sentence on stderr and exit code 1. */
export async function runTask(main: (args: string[]) => Promise<number | void>): Promise<void> {
  // The channel to the bootstrap must not keep a finished task alive.
  process.channel?.unref();
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : describe(error)}\n`);
    process.exitCode = 1;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
