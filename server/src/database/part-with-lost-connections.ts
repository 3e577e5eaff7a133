import pg from "pg";

type Client = pg.PoolClient & { end?: () => Promise<void> };

/**
 * A connection that the server has ended is found out by the statement that it was ended under, a moment
 * before its socket is closed. Given back to the pool in that moment it would fail whoever takes it next.
 * So it is ended at once, and the pool makes another.
 *
 * A transaction whose connection is gone is rolled back already. If its rollback failed, whoever asked for
 * it would never give the connection back, and a pool that loses one for each would be empty soon. So it
 * succeeds.
 */
export function partWithLostConnections(client: Client): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const part = () => void client.end?.().catch(() => undefined);
  client.query = ((statement: unknown, ...rest: unknown[]) => {
    const answer = query(statement, ...rest);
    if (!(answer instanceof Promise)) return answer;
    const isRollback = typeof statement === "string" && /^rollback$/iu.test(statement);
    return answer.catch((error: unknown) => {
      if (isRollback || isFatal(error)) part();
      if (isRollback) return { command: "ROLLBACK", rowCount: 0, rows: [], fields: [] };
      throw error;
    });
  }) as pg.PoolClient["query"];
}

const isFatal = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.severity === "FATAL" || error.severity === "PANIC");
