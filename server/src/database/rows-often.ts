import type { RawBuilder } from "kysely";
import type { Db } from "./db.ts";

/** A statement is prepared from here on; each connection keeps what was prepared until it closes. */
const usesBeforehand = 20;
const preparedAtMost = 100;
const textsRemembered = 1_000;

const uses = new Map<string, number>();
/** By the bare text, with its name: the same string each time, which nobody has to put together again. */
const prepared = new Map<string, string>();

/**
 * The rows of a statement whose text depends on what is asked, but comes again and again: planning
 * it costs more than running it. What is common is prepared, each text under a name of its own; who
 * asks for something new every time finds it no slower than `rowsOf`.
 */
export async function rowsOfOften<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row[]> {
  const compiled = statement.compile(db);
  const text = preparedTextOf(compiled.sql);
  return (await db.getExecutor().executeQuery<Row>({ ...compiled, sql: text })).rows;
}

function preparedTextOf(text: string): string {
  const known = prepared.get(text);
  if (known || prepared.size >= preparedAtMost) return known ?? text;
  const before = uses.get(text) ?? 0;
  if (before < usesBeforehand) {
    if (uses.size >= textsRemembered) uses.clear();
    uses.set(text, before + 1);
    return text;
  }
  uses.delete(text);
  const named = `/* prepare often_${prepared.size + 1} */ ${text}`;
  prepared.set(text, named);
  return named;
}
