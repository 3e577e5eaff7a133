import type { RequestContext } from "../../context.ts";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { ChangePasswordRejection } from "../domain/change-password.ts";
import { passwordLength, rejectPassword } from "../domain/password.ts";
import type { Rejected } from "../domain/rejected.ts";
import { forgetTries } from "../storage/count-try.ts";
import { accountBucket, limitTries } from "./limit-tries.ts";
import { requireSession } from "./require-session.ts";

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** Changes the own password and ends every other session of the person. */
export async function changePassword(
  context: RequestContext,
  change: PasswordChange,
): Promise<{ sessionsRevoked: number } | Rejected<ChangePasswordRejection>> {
  const { userId, credential } = requireSession(context);
  const { password } = await context.server.library.$context;
  const held = await readPassword(context.db, userId);
  if (!held) return { rejected: "WRONG_PASSWORD" };
  if ((await limitTries(context, held.email)) !== null) return { rejected: "TOO_MANY_TRIES" };
  const isRight =
    change.currentPassword.length <= passwordLength.max &&
    (await password.verify({ hash: held.hash, password: change.currentPassword }));
  if (!isRight) return { rejected: "WRONG_PASSWORD" };
  await forgetTries(context.db, accountBucket(held.email));
  const rejected = rejectPassword(change.newPassword);
  if (rejected) return { rejected };
  const hash = await password.hash(change.newPassword);
  const ended = await inTransaction(context.em, async ({ db }) => {
    // Only the hash that was checked is replaced: of two changes at once, one wins.
    const replaced = await rowsOf(
      db,
      sql`update credential set password = ${hash}, updated_at = ${context.now}
          where user_id = ${userId} and provider_id = 'credential' and password = ${held.hash}
          returning id`,
    );
    if (replaced.length === 0) return null;
    return rowsOf(
      db,
      sql`delete from sign_in_session where user_id = ${userId} and id <> ${credential.id}
          returning id`,
    );
  });
  if (!ended) return { rejected: "WRONG_PASSWORD" };
  context.server.identities.forgetUser(userId);
  return { sessionsRevoked: ended.length };
}

async function readPassword(db: Db, userId: string) {
  return firstRowOf<{ email: string; hash: string }>(
    db,
    sql`select u.email, c.password as hash from app_user u
        join credential c on c.user_id = u.id and c.provider_id = 'credential'
        where u.id = ${userId} and c.password is not null`,
  );
}
