import type pg from "pg";

const request = /^\/\* prepare (\w+) \*\//u;

/**
 * A statement that begins with a comment "prepare" and a name is parsed and planned once on each
 * connection. For the few that run thousands of times a second planning costs more than running.
 * Their text must be the same every time; the driver refuses a name that is used for another text.
 *
 * A plan is as old as the tables were when it was made, and one from when they were empty reads them
 * whole for ever. So it is made anew each time the statement has run twice as often, and for everybody
 * when tables have grown by a leap.
 */
export function prepareOnRequest(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const uses = new Map<string, number>();
  client.query = ((statement: unknown, values: unknown, ...rest: unknown[]) => {
    const asked = typeof statement === "string" ? request.exec(statement)?.[1] : undefined;
    if (asked === undefined) return query(statement, values, ...rest);
    const used = (uses.get(asked) ?? 0) + 1;
    uses.set(asked, used);
    const name = `${asked}_${leaps}_${Math.floor(Math.log2(used))}`;
    return query({ name, text: statement, values }, ...rest);
  }) as pg.PoolClient["query"];
}

let leaps = 0;

/** Tables have grown by a leap: what is prepared is planned anew. */
export function planAnew(): void {
  leaps += 1;
}
