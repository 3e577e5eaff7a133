import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import type { RequestContext } from "../../context.ts";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import {
  isUsable,
  rejectAcceptance,
  type AcceptInvitationRejection,
} from "../domain/accept-invitation.ts";
import type { Identity } from "../domain/identity.ts";
import type { Rejected } from "../domain/rejected.ts";
import { tidyName } from "../domain/tidy-name.ts";
import {
  findInvitationByToken,
  findInvitationByTokenForUpdate,
} from "../queries/find-invitation-by-token.ts";
import { createAccount } from "./create-account.ts";
import { lockAccounts } from "./lock-accounts.ts";
import { openSession } from "./open-session.ts";

export interface Acceptance {
  token: string;
  name: string;
  password: string;
}

/** Makes the invited person an account, once, and signs him in. */
export async function acceptInvitation(
  context: RequestContext,
  input: Acceptance,
): Promise<{ identity: Identity | null } | Rejected<AcceptInvitationRejection>> {
  const { em, now } = context;
  const acceptance = { ...input, name: tidyName(input.name) };
  const offered = await findInvitationByToken(context.db, acceptance.token);
  const rejected = rejectAcceptance(offered, acceptance, now);
  if (rejected) return { rejected };
  const { password } = await context.server.library.$context;
  const passwordHash = await password.hash(acceptance.password);
  const email = await inTransaction(em, async ({ db }) => {
    await lockAccounts(db);
    const invitation = await findInvitationByTokenForUpdate(db, acceptance.token);
    if (!invitation || !isUsable(invitation, now)) return null;
    const { id: invitationId, email, roleCodes } = invitation;
    const account = { ...invitation, name: acceptance.name, passwordHash, now };
    const userId = await createAccount(db, account);
    await sql`update invitation set accepted_at = ${now} where id = ${invitationId}`.execute(db);
    const details = { invitationId, userId, email, name: acceptance.name, roleCodes };
    await appendAudit(db, companyChain, [
      { kind: "INVITATION_ACCEPTED", actorId: userId, now, sessionId: null, details },
    ]);
    return email;
  });
  if (email === null) return { rejected: "INVITATION_NOT_USABLE" };
  return { identity: await openSession(context, { email, password: acceptance.password }) };
}
