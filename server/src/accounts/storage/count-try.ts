import { rowsOf, sql, type Db } from "../../database/db.ts";
import { secondsToWait, type TryLimit } from "../domain/sign-in-limit.ts";

/**
 * Counts one try against a bucket. The row is committed before the count is read, so of many tries
 * at once at most the allowed number passes. A refused try is taken back: being refused must not
 * prolong the wait. Returns the seconds to wait, or null.
 */
export async function countTry(
  db: Db,
  bucket: string,
  limit: TryLimit,
  now: Date,
): Promise<number | null> {
  const since = new Date(now.valueOf() - limit.windowMs);
  await sql`delete from sign_in_attempt where bucket = ${bucket} and attempted_at <= ${since}`.execute(
    db,
  );
  const [own] = await rowsOf<{ id: number }>(
    db,
    sql`insert into sign_in_attempt (bucket, attempted_at) values (${bucket}, ${now}) returning id`,
  );
  const tries = await rowsOf<{ attemptedAt: Date }>(
    db,
    sql`select attempted_at as "attemptedAt" from sign_in_attempt where bucket = ${bucket}`,
  );
  const wait = secondsToWait(
    limit,
    tries.map((each) => each.attemptedAt),
    now,
  );
  if (wait !== null && own) await sql`delete from sign_in_attempt where id = ${own.id}`.execute(db);
  return wait;
}

export async function forgetTries(db: Db, bucket: string): Promise<void> {
  await sql`delete from sign_in_attempt where bucket = ${bucket}`.execute(db);
}
