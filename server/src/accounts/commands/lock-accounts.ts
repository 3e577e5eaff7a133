import { sql, type Db } from "../../database/db.ts";

/** Makes creating people and taking administrators away wait for one another. */
export async function lockAccounts(db: Db): Promise<void> {
  await sql`select from installation for update`.execute(db);
}
