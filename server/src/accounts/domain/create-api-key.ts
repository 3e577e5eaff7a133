import { seesWarehouse, type Identity } from "./identity.ts";
import { isPermission } from "./permission.ts";

export const createApiKeyMessages = {
  NAME_MISSING: "Give the key a name that says what uses it.",
  PERMISSION_UNKNOWN: "One of the permissions does not exist.",
  PERMISSION_NOT_OWNED: "A key cannot be given a permission that you do not have.",
  NO_PERMISSION: "Give the key at least one permission.",
  EXPIRES_IN_THE_PAST: "The key would have expired already: choose a later time.",
  WAREHOUSE_NOT_OWNED: "A key cannot be given a warehouse that you do not see.",
};
export type CreateApiKeyRejection = keyof typeof createApiKeyMessages;

export interface NewApiKey {
  name: string;
  permissions: readonly string[];
  seesAllWarehouses: boolean;
  /** Null stands for an id that names no warehouse. */
  warehouseIds: readonly (number | null)[];
  expiresAt: Date | null;
}

export function rejectNewApiKey(
  key: NewApiKey,
  owner: Identity,
  now: Date,
): CreateApiKeyRejection | null {
  if (key.name === "") return "NAME_MISSING";
  if (!key.permissions.every(isPermission)) return "PERMISSION_UNKNOWN";
  if (!key.permissions.every((each) => owner.permissions.has(each))) return "PERMISSION_NOT_OWNED";
  if (key.permissions.length === 0) return "NO_PERMISSION";
  if (key.expiresAt && key.expiresAt <= now) return "EXPIRES_IN_THE_PAST";
  if (key.seesAllWarehouses && owner.warehouseIds !== null) return "WAREHOUSE_NOT_OWNED";
  if (!key.warehouseIds.every((id) => id !== null && seesWarehouse(owner, id)))
    return "WAREHOUSE_NOT_OWNED";
  return null;
}
