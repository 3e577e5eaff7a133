export type InvitationStatus = "PENDING" | "ACCEPTED" | "REVOKED" | "EXPIRED";

export interface InvitationInstants {
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

export function statusOfInvitation(invitation: InvitationInstants, now: Date): InvitationStatus {
  if (invitation.acceptedAt) return "ACCEPTED";
  if (invitation.revokedAt) return "REVOKED";
  if (invitation.expiresAt <= now) return "EXPIRED";
  return "PENDING";
}
