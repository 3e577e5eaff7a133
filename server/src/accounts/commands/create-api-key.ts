import { randomBytes } from "node:crypto";
import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import {
  rejectNewApiKey,
  type CreateApiKeyRejection,
  type NewApiKey,
} from "../domain/create-api-key.ts";
import type { Rejected } from "../domain/rejected.ts";
import { tidyName } from "../domain/tidy-name.ts";
import { hashSecret } from "../queries/identify.ts";
import { apiKeyColumns, type ApiKeyRow } from "../queries/rows.ts";
import { existingWarehouseIds } from "./require-grantable.ts";
import { requireSession } from "./require-session.ts";

const prefixLength = 10;

/** Makes a key in the person's own name; its secret is known only to this answer. */
export async function createApiKey(
  context: RequestContext,
  input: NewApiKey,
): Promise<{ apiKey: ApiKeyRow; secret: string } | Rejected<CreateApiKeyRejection>> {
  const owner = requireSession(context);
  const existing = await existingWarehouseIds(
    context,
    input.warehouseIds.filter((id) => id !== null),
  );
  const key = {
    ...input,
    name: tidyName(input.name),
    warehouseIds: input.warehouseIds.map((id) => (id !== null && existing.has(id) ? id : null)),
  };
  const rejected = rejectNewApiKey(key, owner, context.now);
  if (rejected) return { rejected };
  const secret = `tr_${randomBytes(32).toString("base64url")}`;
  const apiKey = await inTransaction(context.em, ({ db }) => insertKey(db, context, key, secret));
  return { apiKey, secret };
}

async function insertKey(
  db: Db,
  { now, actor }: RequestContext,
  key: NewApiKey,
  secret: string,
): Promise<ApiKeyRow> {
  const { name, seesAllWarehouses, expiresAt } = key;
  const permissions = [...new Set(key.permissions)];
  const warehouseIds = [...new Set(key.warehouseIds)];
  const prefix = secret.slice(0, prefixLength);
  const apiKey = (await firstRowOf<ApiKeyRow>(
    db,
    sql`insert into api_key as k (owner_id, name, prefix, secret_hash, permissions,
          sees_all_warehouses, warehouse_ids, created_at, expires_at)
        values (${actor.userId}, ${name}, ${prefix}, ${hashSecret(secret)},
          ${permissions}::text[], ${seesAllWarehouses}, ${warehouseIds}::int[], ${now}, ${expiresAt})
        returning ${apiKeyColumns}`,
  )) as ApiKeyRow;
  const rights = { permissions, seesAllWarehouses, warehouseIds, expiresAt };
  const details = { apiKeyId: apiKey.id, name, prefix, ...rights };
  await appendAudit(db, companyChain, [
    { kind: "API_KEY_CREATED", actorId: actor.userId, now, sessionId: null, details },
  ]);
  return apiKey;
}
