import type { Permission } from "./permission.ts";

/** Who acts: a signed-in person, or a key in its owner's name with fewer rights. */
export interface Identity {
  userId: string;
  name: string;
  credential: Credential;
  permissions: ReadonlySet<Permission>;
  /** Null sees every warehouse. */
  warehouseIds: ReadonlySet<number> | null;
  /** Stands for all with the same rights, where one answer serves them all. */
  isAnybody?: true;
}

export interface Credential {
  kind: "session" | "api-key";
  id: string;
}

export interface Rights {
  permissions: readonly Permission[];
  seesAllWarehouses: boolean;
  warehouseIds: readonly number[];
}

export function seesWarehouse(identity: Identity, warehouseId: number): boolean {
  return identity.warehouseIds === null || identity.warehouseIds.has(warehouseId);
}

/** A key never does more than its owner may do today. */
export function rightsOfKey(key: Rights, owner: Rights): Rights {
  return {
    permissions: key.permissions.filter((permission) => owner.permissions.includes(permission)),
    seesAllWarehouses: key.seesAllWarehouses && owner.seesAllWarehouses,
    warehouseIds: narrowWarehouses(key, owner),
  };
}

function narrowWarehouses(key: Rights, owner: Rights): readonly number[] {
  if (owner.seesAllWarehouses) return key.warehouseIds;
  if (key.seesAllWarehouses) return owner.warehouseIds;
  return key.warehouseIds.filter((id) => owner.warehouseIds.includes(id));
}

/** Equal exactly when nothing about the rights has changed. */
export function rightsFingerprint(identity: Identity): string {
  return JSON.stringify([identity.userId, ...rightsOf(identity)]);
}

/** What somebody may, whoever he is. */
export function rightsOf({ permissions, warehouseIds }: Identity): unknown[] {
  return [[...permissions].sort(), warehouseIds ? [...warehouseIds].sort() : "all"];
}

/** Anybody with these rights. Whoever asks him who he is has a fault. */
export function anybodyWithRightsOf({ permissions, warehouseIds }: Identity): Identity {
  const refuse = () => {
    throw new Error("An answer that is shared may not depend on who asks.");
  };
  return Object.defineProperties({ permissions, warehouseIds, isAnybody: true } as Identity, {
    userId: { get: refuse },
    name: { get: refuse },
    credential: { get: refuse },
  });
}
