import type { EntityManager } from "@mikro-orm/postgresql";
import { loadWarehouse } from "../../catalogue/queries/load-one.ts";
import type { WarehouseRow } from "../../catalogue/domain/rows.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { loadOrNotFound } from "../../database/load-or-not-found.ts";
import { AppUser, Role } from "../storage/entities.ts";
import {
  apiKeyColumns,
  invitationColumns,
  type ApiKeyRow,
  type InvitationRow,
  type RoleRow,
  type UserRow,
} from "./rows.ts";

/** Only an entity that was loaded has its collections; a user who was seen costs no statement. */
function userEntity(em: EntityManager, id: string): Promise<AppUser> {
  return loadOrNotFound(em.getReference(AppUser, id, { wrapped: true }), "user");
}

export async function loadUser(em: EntityManager, id: string): Promise<UserRow> {
  const user = await userEntity(em, id);
  return { ...userFields(user), lastSignInAt: user.lastSignInAt ?? null };
}

function userFields(user: Omit<UserRow, "lastSignInAt">): Omit<UserRow, "lastSignInAt"> {
  const { id, name, email, isDisabled, seesAllWarehouses, createdAt } = user;
  return { id, name, email, isDisabled, seesAllWarehouses, createdAt };
}

export async function loadRole(em: EntityManager, code: string): Promise<RoleRow> {
  const role = await loadOrNotFound(em.getReference(Role, code, { wrapped: true }), "role");
  return { code: role.code, name: role.name, permissions: role.permissions };
}

export async function loadRolesOfUser(em: EntityManager, userId: string): Promise<RoleRow[]> {
  const user = await userEntity(em, userId);
  const roles = await user.roles.loadItems({ dataloader: true, orderBy: { name: "asc" } });
  return roles.map(({ code, name, permissions }) => ({ code, name, permissions }));
}

/** Those assigned one by one; somebody who sees all needs none. */
export async function loadWarehousesOfUser(
  em: EntityManager,
  userId: string,
): Promise<WarehouseRow[]> {
  const user = await userEntity(em, userId);
  const warehouses = await user.warehouses.loadItems({
    dataloader: true,
    orderBy: { code: "asc" },
  });
  return Promise.all(warehouses.map(({ id }) => loadWarehouse(em, id)));
}

export async function findInvitation(db: Db, id: number): Promise<InvitationRow | null> {
  return firstRowOf<InvitationRow>(
    db,
    sql`select ${invitationColumns} from invitation i where i.id = ${id}`,
  );
}

export async function findApiKey(db: Db, id: number): Promise<ApiKeyRow | null> {
  return firstRowOf<ApiKeyRow>(db, sql`select ${apiKeyColumns} from api_key k where k.id = ${id}`);
}
