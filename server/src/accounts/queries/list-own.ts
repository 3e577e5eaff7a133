import { warehouseColumns } from "../../catalogue/storage/columns.ts";
import type { WarehouseRow } from "../../catalogue/domain/rows.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { RoleRow, SessionRow } from "./rows.ts";

export async function listRoles(db: Db): Promise<RoleRow[]> {
  return rowsOf<RoleRow>(db, sql`select r.code, r.name, r.permissions from role r order by r.name`);
}

/** Where a person is signed in, last seen first. */
export async function listSessions(db: Db, userId: string, now: Date): Promise<SessionRow[]> {
  return rowsOf<SessionRow>(
    db,
    sql`select s.id, s.created_at as "createdAt", s.updated_at as "lastSeenAt",
          s.expires_at as "expiresAt", s.ip_address as "ipAddress", s.user_agent as "userAgent"
        from sign_in_session s
        where s.user_id = ${userId} and s.expires_at > ${now}
        order by s.updated_at desc, s.id`,
  );
}

/** Null sees them all. */
export async function listVisibleWarehouses(
  db: Db,
  visibleIds: ReadonlySet<number> | null,
): Promise<WarehouseRow[]> {
  const where = visibleIds ? sql`where w.id = any(${[...visibleIds]}::int[])` : sql``;
  return rowsOf<WarehouseRow>(
    db,
    sql`select ${warehouseColumns} from warehouse w ${where} order by w.code`,
  );
}
