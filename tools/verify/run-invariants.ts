import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { projectRoot } from "../server-process.ts";

export interface Invariant {
  name: string;
  sql: string;
}

export interface Verdict {
  name: string;
  violations: Record<string, unknown>[];
}

const file = path.join(projectRoot, "server", "src", "verify", "invariants.sql");

/**
 * Reads the invariants: each statement returns the rows that break it, and the first line of the
 * comment above it that begins with a number, such as I4, is its name.
 */
export function readInvariants(text = readFileSync(file, "utf8")): Invariant[] {
  return text
    .split(/;[ \t]*$/m)
    .map((part) => part.trim())
    .filter((part) => part.split("\n").some((line) => line.trim() && !line.startsWith("--")))
    .map((part) => {
      const comments = part.split("\n").filter((line) => line.startsWith("--"));
      const comment = comments.find((line) => /^-- I\d+/.test(line)) ?? comments[0];
      return { name: comment?.replace(/^--\s*/, "") ?? part.slice(0, 60), sql: part };
    });
}

/** All of them in one snapshot, so that work going on cannot look like a violation. */
export async function runInvariants(
  url: string,
  invariants: Invariant[],
  onVerdict: (verdict: Verdict) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "tallyroom verify" });
  await client.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    await judgeInvariants(client, invariants, onVerdict);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

/** In the transaction that is open, which a test has perhaps broken on purpose. */
export async function judgeInvariants(
  client: pg.Client,
  invariants: Invariant[],
  onVerdict: (verdict: Verdict) => void,
): Promise<void> {
  for (const { name, sql } of invariants) {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    onVerdict({ name, violations: rows });
  }
}
