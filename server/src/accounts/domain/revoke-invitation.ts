export const revokeInvitationMessages = {
  ALREADY_ACCEPTED: "The invitation has been accepted already: disable the account instead.",
};
export type RevokeInvitationRejection = keyof typeof revokeInvitationMessages;
