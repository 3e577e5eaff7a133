import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import { requireSession } from "./require-session.ts";

/** Ends one of the person's own sessions. */
export async function revokeSession(context: RequestContext, sessionId: string): Promise<void> {
  const { userId } = requireSession(context);
  const ended = await firstRowOf(
    context.db,
    sql`delete from sign_in_session where id = ${sessionId} and user_id = ${userId} returning id`,
  );
  if (!ended) throw notFound("session");
  context.server.identities.forget({ kind: "session", id: sessionId });
}
