import { firstRowOf, sql, type Db } from "../../database/db.ts";

/** An installation without people waits for its first administrator. */
export async function needsSetUp(db: Db): Promise<boolean> {
  const found = await firstRowOf<{ isEmpty: boolean }>(
    db,
    sql`select not exists (select from app_user) as "isEmpty"`,
  );
  return found?.isEmpty ?? false;
}
