import type { QueryExecutorProvider, RawBuilder } from "kysely";

export { sql } from "kysely";

/** Where hand-written SQL runs: the pool, or the transaction that is open. */
export type Db = QueryExecutorProvider;

export async function rowsOf<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(db)).rows;
}

export async function firstRowOf<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row | null> {
  return (await statement.execute(db)).rows[0] ?? null;
}
