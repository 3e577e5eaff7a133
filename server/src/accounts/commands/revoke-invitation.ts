import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejected } from "../domain/rejected.ts";
import type { RevokeInvitationRejection } from "../domain/revoke-invitation.ts";
import { findInvitation } from "../queries/load-one.ts";
import { invitationColumns, type InvitationRow } from "../queries/rows.ts";

/** Takes an invitation back; one that was taken back before stays as it was. */
export async function revokeInvitation(
  context: RequestContext,
  invitationId: number,
): Promise<{ invitation: InvitationRow } | Rejected<RevokeInvitationRejection>> {
  // The condition is checked by the statement that writes: an acceptance at the same moment is seen.
  const invitation = await firstRowOf<InvitationRow>(
    context.db,
    sql`update invitation i set revoked_at = coalesce(i.revoked_at, ${context.now})
        where i.id = ${invitationId} and i.accepted_at is null
        returning ${invitationColumns}`,
  );
  if (invitation) return { invitation };
  if (!(await findInvitation(context.db, invitationId))) throw notFound("invitation");
  return { rejected: "ALREADY_ACCEPTED" };
}
