import { createHash } from "node:crypto";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { rightsOfKey, type Credential, type Identity, type Rights } from "../domain/identity.ts";
import type { Permission } from "../domain/permission.ts";

export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

interface RightsRow extends Rights {
  userId: string;
  name: string;
  keyPermissions: Permission[] | null;
  keySeesAllWarehouses: boolean | null;
  keyWarehouseIds: number[] | null;
  credentialId: string;
}

const rightsColumns = sql`u.id as "userId", u.name, r.permissions,
  r.sees_all_warehouses as "seesAllWarehouses", r.warehouse_ids as "warehouseIds"`;

export async function identityOfSession(
  db: Db,
  sessionId: string,
  now: Date,
): Promise<Identity | null> {
  return (await identitiesOfSessions(db, [sessionId], now))[0] ?? null;
}

/** Those of the sessions that still stand, with the rights their people have now. */
export async function identitiesOfSessions(
  db: Db,
  sessionIds: string[],
  now: Date,
): Promise<Identity[]> {
  const rows = await rowsOf<RightsRow>(
    db,
    sql`select ${rightsColumns}, s.id as "credentialId"
        from sign_in_session s
        join app_user u on u.id = s.user_id
        join user_rights r on r.user_id = u.id
        where s.id = any(${sessionIds}) and s.expires_at > ${now} and not u.is_disabled`,
  );
  return rows.map((row) => identityOf(row, { kind: "session", id: row.credentialId }, row));
}

export async function identityOfKey(db: Db, secret: string, now: Date): Promise<Identity | null> {
  const found = await firstRowOf<{ id: string }>(
    db,
    sql`select id::text as id from api_key where secret_hash = ${hashSecret(secret)}`,
  );
  return found ? ((await identitiesOfKeys(db, [found.id], now))[0] ?? null) : null;
}

/** Those of the keys that still stand, each with the narrower of its own and its owner's rights. */
export async function identitiesOfKeys(db: Db, keyIds: string[], now: Date): Promise<Identity[]> {
  const rows = await rowsOf<RightsRow>(
    db,
    sql`select ${rightsColumns}, k.id::text as "credentialId", k.permissions as "keyPermissions",
          k.sees_all_warehouses as "keySeesAllWarehouses", k.warehouse_ids as "keyWarehouseIds"
        from api_key k
        join app_user u on u.id = k.owner_id
        join user_rights r on r.user_id = u.id
        where k.id = any(${keyIds}::bigint[]) and k.revoked_at is null and not u.is_disabled
          and (k.expires_at is null or k.expires_at > ${now})`,
  );
  return rows.map((row) => {
    const key: Rights = {
      permissions: row.keyPermissions ?? [],
      seesAllWarehouses: row.keySeesAllWarehouses ?? false,
      warehouseIds: row.keyWarehouseIds ?? [],
    };
    return identityOf(row, { kind: "api-key", id: row.credentialId }, rightsOfKey(key, row));
  });
}

function identityOf(
  user: { userId: string; name: string },
  credential: Credential,
  rights: Rights,
): Identity {
  return {
    userId: user.userId,
    name: user.name,
    credential,
    permissions: new Set(rights.permissions),
    warehouseIds: rights.seesAllWarehouses ? null : new Set(rights.warehouseIds),
  };
}
