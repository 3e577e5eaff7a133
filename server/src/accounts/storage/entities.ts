import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { Warehouse } from "../../catalogue/storage/entities.ts";

export const Role = defineEntity({
  name: "Role",
  tableName: "role",
  properties: {
    code: p.string().primary(),
    name: p.string(),
    permissions: p.array(),
  },
});
export type Role = InferEntity<typeof Role>;

export const AppUser = defineEntity({
  name: "AppUser",
  tableName: "app_user",
  properties: {
    id: p.string().primary(),
    name: p.string(),
    email: p.string(),
    isDisabled: p.boolean(),
    seesAllWarehouses: p.boolean(),
    lastSignInAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    roles: () =>
      p
        .manyToMany(Role)
        .pivotTable("user_role")
        .joinColumn("user_id")
        .inverseJoinColumn("role_code"),
    warehouses: () =>
      p
        .manyToMany(Warehouse)
        .pivotTable("user_warehouse")
        .joinColumn("user_id")
        .inverseJoinColumn("warehouse_id"),
  },
});
export type AppUser = InferEntity<typeof AppUser>;

export const Invitation = defineEntity({
  name: "Invitation",
  tableName: "invitation",
  properties: {
    id: p.bigint("number").primary(),
    email: p.string(),
    name: p.string(),
    roleCodes: p.array(),
    seesAllWarehouses: p.boolean(),
    warehouseIds: p.array((text) => Number(text)),
    tokenHash: p.blob(),
    invitedBy: p.string(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export type Invitation = InferEntity<typeof Invitation>;

export const ApiKey = defineEntity({
  name: "ApiKey",
  tableName: "api_key",
  properties: {
    id: p.bigint("number").primary(),
    ownerId: p.string(),
    name: p.string(),
    prefix: p.string(),
    secretHash: p.blob(),
    permissions: p.array(),
    seesAllWarehouses: p.boolean(),
    warehouseIds: p.array((text) => Number(text)),
    createdAt: p.datetime(),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export type ApiKey = InferEntity<typeof ApiKey>;
