import pg from "pg";
import { judgeInvariants, readInvariants } from "../../tools/verify/run-invariants.ts";
import type { TestDatabase } from "./test-database.ts";

/** The names of all invariants that do not hold in a test's database: asked after every test that writes. */
export async function brokenInvariants({ url }: Pick<TestDatabase, "url">): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const names: string[] = [];
    await judgeInvariants(client, readInvariants(), ({ name, violations }) => {
      if (violations.length > 0) names.push(name);
    });
    return names;
  } finally {
    await client.end();
  }
}
