import { idOf } from "../../shared/opaque-id.ts";
import { statusOfInvitation } from "../domain/invitation-status.ts";
import type * as rows from "../queries/rows.ts";
import { ApiKey, Invitation, Role, SignInSession, User } from "./objects.ts";

export function toUser({ lastSignInAt, ...row }: rows.UserRow): User {
  return Object.assign(new User(), row, {
    id: idOf("User", row.id),
    userId: row.id,
    signedInAt: lastSignInAt,
  });
}

export function toRole(row: rows.RoleRow): Role {
  return Object.assign(new Role(), row);
}

export function toInvitation(row: rows.InvitationRow, now: Date): Invitation {
  return Object.assign(new Invitation(), row, {
    id: idOf("Invitation", row.id),
    status: statusOfInvitation(row, now),
  });
}

export function toApiKey(row: rows.ApiKeyRow): ApiKey {
  return Object.assign(new ApiKey(), row, { id: idOf("ApiKey", row.id) });
}

export function toSignInSession(row: rows.SessionRow, currentId: string): SignInSession {
  return Object.assign(new SignInSession(), row, {
    id: idOf("SignInSession", row.id),
    isCurrent: row.id === currentId,
  });
}
