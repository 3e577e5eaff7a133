import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { hashSecret } from "./identify.ts";
import { invitationColumns, type InvitationRow } from "./rows.ts";

export interface OfferedInvitation extends InvitationRow {
  seesAllWarehouses: boolean;
  warehouseIds: number[];
  isEmailTaken: boolean;
}

const offered = sql`select ${invitationColumns}, i.sees_all_warehouses as "seesAllWarehouses",
    i.warehouse_ids as "warehouseIds",
    exists (select from app_user u where u.email = i.email) as "isEmailTaken"
  from invitation i`;

export async function findInvitationByToken(
  db: Db,
  token: string,
): Promise<OfferedInvitation | null> {
  return firstRowOf(
    db,
    sql<OfferedInvitation>`${offered} where i.token_hash = ${hashSecret(token)}`,
  );
}

/** Locks the invitation, so that it is accepted or revoked once. */
export async function findInvitationByTokenForUpdate(
  db: Db,
  token: string,
): Promise<OfferedInvitation | null> {
  return firstRowOf(
    db,
    sql<OfferedInvitation>`${offered} where i.token_hash = ${hashSecret(token)} for update of i`,
  );
}
