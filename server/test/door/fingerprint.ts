import type pg from "pg";

/** Tables that change by being asked: who came, who tried, when a key was last used. */
const watching = ["sign_in_session", "sign_in_attempt"];

/** Everything the database holds, as one short text for each table. */
export async function fingerprintOf(owner: pg.Client): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'
      and tablename <> all($1) order by 1`,
    [watching],
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 7)), 0) as print
       from ${name} t`,
    );
    found[name] = rows[0]?.print ?? "";
  }
  return found;
}
