import { Refusal, runTask } from "./run-task.ts";
import { openDatabase } from "./start/open-database.ts";
import { readStartSettings } from "./start/settings.ts";
import { readInvariants, runInvariants, type Verdict } from "./verify/run-invariants.ts";

const SHOWN = 5;

/** The invariants, as SQL, against DATABASE_URL or the database of `npm start`. */
await runTask(async () => {
  const settings = readStartSettings();
  const database = await openDatabase({ ...settings, whenRunning: "join" });
  let broken = 0;
  const show = ({ name, violations }: Verdict) => {
    if (violations.length > 0) broken += 1;
    process.stdout.write(`${violations.length === 0 ? "✔" : "✘"} ${name}\n`);
    for (const row of violations.slice(0, SHOWN)) {
      process.stdout.write(`    ${JSON.stringify(row)}\n`);
    }
    const more = violations.length - SHOWN;
    if (more > 0) process.stdout.write(`    and ${more} more\n`);
  };
  try {
    await runInvariants(database.url, readInvariants(), show);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`The database could not be verified: ${reason}`);
  } finally {
    await database.stop();
  }
  process.stdout.write(broken === 0 ? "Everything holds.\n" : `${broken} do not hold.\n`);
  return broken === 0 ? 0 : 1;
});
