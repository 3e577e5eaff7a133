import { statusOfInvitation, type InvitationInstants } from "./invitation-status.ts";
import { rejectPassword } from "./password.ts";
import { passwordMessages } from "./password-messages.ts";

export const acceptInvitationMessages = {
  INVITATION_NOT_USABLE:
    "This invitation cannot be used any more: ask the person who invited you for another.",
  NAME_MISSING: "Give your name.",
  ...passwordMessages,
};
export type AcceptInvitationRejection = keyof typeof acceptInvitationMessages;

/** Null for an invitation that nobody sent. */
export function rejectAcceptance(
  invitation: (InvitationInstants & { isEmailTaken: boolean }) | null,
  acceptance: { name: string; password: string },
  now: Date,
): AcceptInvitationRejection | null {
  if (!invitation || !isUsable(invitation, now)) return "INVITATION_NOT_USABLE";
  if (acceptance.name === "") return "NAME_MISSING";
  return rejectPassword(acceptance.password);
}

export function isUsable(
  invitation: InvitationInstants & { isEmailTaken: boolean },
  now: Date,
): boolean {
  return statusOfInvitation(invitation, now) === "PENDING" && !invitation.isEmailTaken;
}
