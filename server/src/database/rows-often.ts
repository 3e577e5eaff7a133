import type { RawBuilder } from "kysely";
import type { Db } from "./db.ts";

/** A statement is prepared from here on; each connection keeps what was prepared until it closes. */
const usesBeforehand = 20;
const preparedAtMost = 100;
const textsRemembered = 1_000;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The rows of a statement whose text depends on what is asked, but comes again and again: planning
 * it costs more than running it. What is common is prepared, each text under a name of its own; who
 * asks for something new every time finds it no slower than `rowsOf`.
 */
export async function rowsOfOften<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row[]> {
  const compiled = statement.compile(db);
  const name = nameOf(compiled.sql);
  const text = name ? `/* prepare ${name} */ ${compiled.sql}` : compiled.sql;
  return (await db.getExecutor().executeQuery<Row>({ ...compiled, sql: text })).rows;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= preparedAtMost) return known;
  const before = uses.get(text) ?? 0;
  if (before < usesBeforehand) {
    if (uses.size >= textsRemembered) uses.clear();
    uses.set(text, before + 1);
    return undefined;
  }
  uses.delete(text);
  const name = `often_${names.size + 1}`;
  names.set(text, name);
  return name;
}
