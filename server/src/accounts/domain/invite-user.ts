import { isEmail } from "./password.ts";

export const invitationLifeMs = 7 * 24 * 60 * 60 * 1000;

export const inviteUserMessages = {
  EMAIL_INVALID: "That is not an e-mail address.",
  NAME_MISSING: "Give the name of the person.",
  ROLE_UNKNOWN: "One of the roles does not exist.",
  NO_ROLE: "Give the person at least one role.",
  NO_WAREHOUSE: "Choose at least one warehouse, or all of them.",
  EMAIL_TAKEN: "Somebody with this e-mail address has an account already.",
};
export type InviteUserRejection = keyof typeof inviteUserMessages;

export interface Invite {
  email: string;
  name: string;
  roleCodes: readonly string[];
  seesAllWarehouses: boolean;
  warehouseIds: readonly number[];
}

export function rejectInvite(
  invite: Invite,
  known: { roleCodes: readonly string[]; isEmailTaken: boolean },
): InviteUserRejection | null {
  if (!isEmail(invite.email)) return "EMAIL_INVALID";
  if (invite.name === "") return "NAME_MISSING";
  if (!invite.roleCodes.every((code) => known.roleCodes.includes(code))) return "ROLE_UNKNOWN";
  if (invite.roleCodes.length === 0) return "NO_ROLE";
  if (!invite.seesAllWarehouses && invite.warehouseIds.length === 0) return "NO_WAREHOUSE";
  if (known.isEmailTaken) return "EMAIL_TAKEN";
  return null;
}
