import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import { apiKeyColumns, type ApiKeyRow } from "../queries/rows.ts";

/** Ends one's own key, or with the right to manage people anybody's. */
export async function revokeApiKey(context: RequestContext, apiKeyId: number): Promise<ApiKeyRow> {
  const { em, now, actor } = context;
  const own = context.may("manage:users") ? sql`` : sql`and k.owner_id = ${actor.userId}`;
  const revoked = await inTransaction(em, async ({ db }) => {
    const key = await firstRowOf<ApiKeyRow & { wasRevoked: boolean }>(
      db,
      sql`update api_key k set revoked_at = coalesce(k.revoked_at, ${now})
          where k.id = ${apiKeyId} ${own}
          returning ${apiKeyColumns}, old.revoked_at is not null as "wasRevoked"`,
    );
    if (!key || key.wasRevoked) return key;
    const details = { apiKeyId, name: key.name, prefix: key.prefix, ownerId: key.ownerId };
    await appendAudit(db, companyChain, [
      { kind: "API_KEY_REVOKED", actorId: actor.userId, now, sessionId: null, details },
    ]);
    return key;
  });
  if (!revoked) throw notFound("api key");
  context.server.identities.forget({ kind: "api-key", id: String(apiKeyId) });
  return revoked;
}
