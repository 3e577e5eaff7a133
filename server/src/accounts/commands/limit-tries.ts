import type { RequestContext } from "../../context.ts";
import { signInLimits } from "../domain/sign-in-limit.ts";
import { countTry } from "../storage/count-try.ts";

export function accountBucket(email: string): string {
  return `account:${email.slice(0, 254)}`;
}

/** Counts one try of a password. Returns the seconds to wait, which the reply then carries too. */
export async function limitTries(context: RequestContext, email: string): Promise<number | null> {
  const { db, now, address } = context;
  const wait =
    (await countTry(db, accountBucket(email), signInLimits.account, now)) ??
    (await countTry(db, `address:${address}`, signInLimits.address, now));
  if (wait !== null) context.reply.addHeader("retry-after", String(wait));
  return wait;
}
