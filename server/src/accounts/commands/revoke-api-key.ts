import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import { apiKeyColumns, type ApiKeyRow } from "../queries/rows.ts";

/** Ends one's own key, or with the right to manage people anybody's. */
export async function revokeApiKey(context: RequestContext, apiKeyId: number): Promise<ApiKeyRow> {
  const { db, now, actor } = context;
  const own = context.may("manage:users") ? sql`` : sql`and k.owner_id = ${actor.userId}`;
  const revoked = await firstRowOf<ApiKeyRow>(
    db,
    sql`update api_key k set revoked_at = coalesce(k.revoked_at, ${now})
        where k.id = ${apiKeyId} ${own} returning ${apiKeyColumns}`,
  );
  if (!revoked) throw notFound("api key");
  context.server.identities.forget({ kind: "api-key", id: String(apiKeyId) });
  return revoked;
}
