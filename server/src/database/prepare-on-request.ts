import type pg from "pg";

const request = /^\/\* prepare (\w+) \*\//u;

/**
 * A statement that begins with a comment "prepare" and a name is parsed and planned once on each
 * connection. For the few that run thousands of times a second planning costs more than running.
 * Their text must be the same every time; the driver refuses a name that is used for another text.
 */
export function prepareOnRequest(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((statement: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof statement === "string" ? request.exec(statement)?.[1] : undefined;
    if (name === undefined) return query(statement, values, ...rest);
    return query({ name, text: statement, values }, ...rest);
  }) as pg.PoolClient["query"];
}
