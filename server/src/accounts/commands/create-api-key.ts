import { randomBytes } from "node:crypto";
import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql } from "../../database/db.ts";
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
  const apiKey = await firstRowOf<ApiKeyRow>(
    context.db,
    sql`insert into api_key as k (owner_id, name, prefix, secret_hash, permissions,
          sees_all_warehouses, warehouse_ids, created_at, expires_at)
        values (${owner.userId}, ${key.name}, ${secret.slice(0, prefixLength)},
          ${hashSecret(secret)}, ${[...new Set(key.permissions)]}::text[], ${key.seesAllWarehouses},
          ${[...new Set(key.warehouseIds)]}::int[], ${context.now}, ${key.expiresAt})
        returning ${apiKeyColumns}`,
  );
  return { apiKey: apiKey as ApiKeyRow, secret };
}
