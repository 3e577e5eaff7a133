import type { RequestContext } from "../../context.ts";
import type { Identity } from "../domain/identity.ts";
import { isEmail, normaliseEmail, passwordLength } from "../domain/password.ts";
import type { Rejected } from "../domain/rejected.ts";
import type { SignInRejection } from "../domain/sign-in.ts";
import { forgetTries } from "../storage/count-try.ts";
import { accountBucket, limitTries } from "./limit-tries.ts";
import { openSession, type Credentials } from "./open-session.ts";

export interface SignInRejected extends Rejected<SignInRejection> {
  retryAfterSeconds: number | null;
}

export async function signIn(
  context: RequestContext,
  credentials: Credentials,
): Promise<{ identity: Identity } | SignInRejected> {
  const email = normaliseEmail(credentials.email);
  const isPlausible = isEmail(email) && credentials.password.length <= passwordLength.max;
  const retryAfterSeconds = await limitTries(context, isEmail(email) ? email : "nobody");
  if (retryAfterSeconds !== null) return { rejected: "TOO_MANY_TRIES", retryAfterSeconds };
  const identity = isPlausible
    ? await openSession(context, { email, password: credentials.password })
    : null;
  if (!identity) return { rejected: "WRONG_EMAIL_OR_PASSWORD", retryAfterSeconds: null };
  await forgetTries(context.db, accountBucket(email));
  return { identity };
}
