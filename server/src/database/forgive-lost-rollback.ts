import type pg from "pg";

/**
 * A transaction whose connection is gone is rolled back already. If its rollback failed, whoever asked
 * for it would never give the connection back, and a pool that loses one for each would be empty soon.
 * So it succeeds, and the connection is ended: the pool makes another.
 */
export function forgiveLostRollback(client: pg.PoolClient & { end?: () => Promise<void> }): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((statement: unknown, ...rest: unknown[]) => {
    const answer = query(statement, ...rest);
    const isRollback = typeof statement === "string" && /^rollback$/iu.test(statement);
    if (!isRollback || !(answer instanceof Promise)) return answer;
    return answer.catch(() => {
      void client.end?.().catch(() => undefined);
      return { command: "ROLLBACK", rowCount: 0, rows: [], fields: [] };
    });
  }) as pg.PoolClient["query"];
}
