import { randomBytes } from "node:crypto";
import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import {
  invitationLifeMs,
  rejectInvite,
  type Invite,
  type InviteUserRejection,
} from "../domain/invite-user.ts";
import { normaliseEmail } from "../domain/password.ts";
import type { Rejected } from "../domain/rejected.ts";
import { tidyName } from "../domain/tidy-name.ts";
import { hashSecret } from "../queries/identify.ts";
import { listRoles } from "../queries/list-own.ts";
import { invitationColumns, type InvitationRow } from "../queries/rows.ts";
import { requireGrantableRoles, requireGrantableWarehouses } from "./require-grantable.ts";

export interface Invited {
  invitation: InvitationRow;
  token: string;
  path: string;
}

/** Writes an invitation; its token is known only to this answer. */
export async function inviteUser(
  context: RequestContext,
  input: Invite,
): Promise<Invited | Rejected<InviteUserRejection>> {
  const invite = { ...input, email: normaliseEmail(input.email), name: tidyName(input.name) };
  const roles = await listRoles(context.db);
  const rejected = rejectInvite(invite, {
    roleCodes: roles.map((role) => role.code),
    isEmailTaken: await isEmailTaken(context, invite.email),
  });
  if (rejected) return { rejected };
  requireGrantableRoles(context, roles, invite.roleCodes);
  await requireGrantableWarehouses(context, invite);
  const token = randomBytes(32).toString("base64url");
  const invitation = await inTransaction(context.em, ({ db }) =>
    insertInvitation(db, context, invite, token),
  );
  return { invitation, token, path: `/invitation/${token}` };
}

async function isEmailTaken(context: RequestContext, email: string): Promise<boolean> {
  if (email.includes("\0")) return false;
  const found = await firstRowOf(context.db, sql`select id from app_user where email = ${email}`);
  return found !== null;
}

async function insertInvitation(
  db: Db,
  { now, actor }: RequestContext,
  invite: Invite,
  token: string,
): Promise<InvitationRow> {
  const { email, name, seesAllWarehouses } = invite;
  const roleCodes = [...new Set(invite.roleCodes)];
  const warehouseIds = [...new Set(invite.warehouseIds)];
  const expiresAt = new Date(now.valueOf() + invitationLifeMs);
  const row = (await firstRowOf<InvitationRow>(
    db,
    sql`insert into invitation as i (email, name, role_codes, sees_all_warehouses, warehouse_ids,
          token_hash, invited_by, created_at, expires_at)
        values (${email}, ${name}, ${roleCodes}::text[], ${seesAllWarehouses},
          ${warehouseIds}::int[], ${hashSecret(token)}, ${actor.userId}, ${now}, ${expiresAt})
        returning ${invitationColumns}`,
  )) as InvitationRow;
  const rights = { roleCodes, seesAllWarehouses, warehouseIds };
  const details = { invitationId: row.id, email, name, ...rights };
  await appendAudit(db, companyChain, [
    { kind: "INVITATION_MADE", actorId: actor.userId, now, sessionId: null, details },
  ]);
  return row;
}
