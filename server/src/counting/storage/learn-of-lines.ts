import { planAnew } from "../../database/prepare-on-request.ts";
import { sql, type Db } from "../../database/db.ts";

/**
 * A snapshot makes so many lines at once that nothing the database knew of them holds. It would look by
 * itself within a minute; until then it reads items and places whole for each page of lines. Nobody has to
 * wait for this, and nothing is lost where it fails.
 */
export async function learnOfLines(db: Db): Promise<void> {
  planAnew();
  await sql`select learn_of_count_lines()`.execute(db).catch(() => undefined);
  planAnew();
}
