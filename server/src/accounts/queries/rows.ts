import { sql } from "../../database/db.ts";

/** What the reads of accounts return: columns under the names the API uses. */
export interface UserRow {
  id: string;
  name: string;
  email: string;
  isDisabled: boolean;
  seesAllWarehouses: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
}
export const userColumns = sql`u.id, u.name, u.email, u.is_disabled as "isDisabled",
  u.sees_all_warehouses as "seesAllWarehouses", u.created_at as "createdAt",
  u.last_sign_in_at as "lastSignInAt"`;

export interface RoleRow {
  code: string;
  name: string;
  permissions: string[];
}

export interface InvitationRow {
  id: number;
  email: string;
  name: string;
  roleCodes: string[];
  invitedById: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}
export const invitationColumns = sql`i.id, i.email, i.name, i.role_codes as "roleCodes",
  i.invited_by as "invitedById", i.created_at as "createdAt", i.expires_at as "expiresAt",
  i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt"`;

export interface ApiKeyRow {
  id: number;
  ownerId: string;
  name: string;
  prefix: string;
  permissions: string[];
  seesAllWarehouses: boolean;
  warehouseIds: number[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}
export const apiKeyColumns = sql`k.id, k.owner_id as "ownerId", k.name, k.prefix, k.permissions,
  k.sees_all_warehouses as "seesAllWarehouses", k.warehouse_ids as "warehouseIds",
  k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt",
  k.revoked_at as "revokedAt"`;

export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}
