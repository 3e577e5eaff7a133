import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
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
  const { em, now, actor } = context;
  const invitation = await inTransaction(em, async ({ db }) => {
    // The condition is checked by the statement that writes: an acceptance at the same moment is seen.
    const revoked = await firstRowOf<InvitationRow & { wasRevoked: boolean }>(
      db,
      sql`update invitation i set revoked_at = coalesce(i.revoked_at, ${now})
          where i.id = ${invitationId} and i.accepted_at is null
          returning ${invitationColumns}, old.revoked_at is not null as "wasRevoked"`,
    );
    if (!revoked || revoked.wasRevoked) return revoked;
    const details = { invitationId, email: revoked.email };
    await appendAudit(db, companyChain, [
      { kind: "INVITATION_REVOKED", actorId: actor.userId, now, sessionId: null, details },
    ]);
    return revoked;
  });
  if (invitation) return { invitation };
  if (!(await findInvitation(context.db, invitationId))) throw notFound("invitation");
  return { rejected: "ALREADY_ACCEPTED" };
}
