import { APIError } from "better-auth/api";
import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import type { Identity } from "../domain/identity.ts";
import { identityOfSession } from "../queries/identify.ts";

export interface Credentials {
  email: string;
  password: string;
}

/** Starts a session for the right password and hands its cookie to the reply; null for a wrong one. */
export async function openSession(
  context: RequestContext,
  credentials: Credentials,
): Promise<Identity | null> {
  const opened = await askLibrary(context, credentials);
  if (!opened) return null;
  const session = await firstRowOf<{ id: string }>(
    context.db,
    sql`select id from sign_in_session where token = ${opened.response.token}`,
  );
  const identity = session
    ? await identityOfSession(context.db, session.id, context.server.now())
    : null;
  if (!identity) return null;
  await sql`update app_user set last_sign_in_at = ${context.now}
    where id = ${identity.userId}`.execute(context.db);
  passCookies(context, opened.headers);
  actAs(context, identity);
  return identity;
}

async function askLibrary(context: RequestContext, credentials: Credentials) {
  const headers = new Headers({ "x-tallyroom-address": context.address });
  const userAgent = context.headers.get("user-agent");
  if (userAgent) headers.set("user-agent", userAgent.slice(0, 400));
  try {
    return await context.server.library.api.signInEmail({
      body: credentials,
      headers,
      returnHeaders: true,
    });
  } catch (error) {
    // Unknown, wrong and disabled answer alike; a fault of the database is none of these.
    if (error instanceof APIError) return null;
    throw error;
  }
}

export function passCookies(context: RequestContext, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) context.reply.addHeader("set-cookie", cookie);
}

/** The rest of the answer is read by the person who has just come, or gone. */
export function actAs(context: RequestContext, identity: Identity | null): void {
  Object.assign(context, { identity });
  context.em.clear();
}
