export const administratorRole = "administrator";

export const updateUserMessages = {
  NAME_MISSING: "Give the name of the person.",
  ROLE_UNKNOWN: "One of the roles does not exist.",
  NO_ROLE: "Leave the person at least one role.",
  LAST_ADMINISTRATOR: "This is the last administrator: make somebody else one first.",
};
export type UpdateUserRejection = keyof typeof updateUserMessages;

/** What is left out stays as it is. */
export interface UserChange {
  name?: string;
  roleCodes?: readonly string[];
  isDisabled?: boolean;
  seesAllWarehouses?: boolean;
  warehouseIds?: readonly number[];
}

export interface UserBefore {
  roleCodes: readonly string[];
  isDisabled: boolean;
  otherAdministratorCount: number;
}

export function rejectUserChange(
  change: UserChange,
  before: UserBefore,
  knownRoleCodes: readonly string[],
): UpdateUserRejection | null {
  if (change.name === "") return "NAME_MISSING";
  if (change.roleCodes?.some((code) => !knownRoleCodes.includes(code))) return "ROLE_UNKNOWN";
  if (change.roleCodes?.length === 0) return "NO_ROLE";
  if (losesLastAdministrator(change, before)) return "LAST_ADMINISTRATOR";
  return null;
}

function losesLastAdministrator(change: UserChange, before: UserBefore): boolean {
  const after = {
    roleCodes: change.roleCodes ?? before.roleCodes,
    isDisabled: change.isDisabled ?? before.isDisabled,
  };
  if (before.otherAdministratorCount > 0) return false;
  return isAdministrator(before) && !isAdministrator(after);
}

function isAdministrator(user: { roleCodes: readonly string[]; isDisabled: boolean }): boolean {
  return !user.isDisabled && user.roleCodes.includes(administratorRole);
}
