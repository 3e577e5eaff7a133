import { asProblem } from "#lib/shared/api/problem.ts";
import type { KeptClaim } from "../task/claim.ts";
import type { Claims } from "./claims.ts";
import { gatherVerification } from "./gather-verification.ts";
import type { ClaimAnswer, HandServer } from "./hand-server.ts";
import { remedyFor } from "./judge-trouble.ts";
import type { Outbox } from "./outbox.ts";

interface Parts {
  outbox: Outbox;
  claims: Claims;
  server: HandServer;
}

/**
 * Asks for the places that were taken without the server, before anything entered there is sent: the
 * answer says whether it is a count or a second one.
 */
export async function settleClaims(userId: string, parts: Parts): Promise<void> {
  const { outbox, claims, server } = parts;
  for (const claim of await claims.ofPerson(userId)) {
    const { sessionId, locationId } = claim;
    const ofPlace = () => outbox.ofPlace(userId, sessionId, locationId);
    if (claim.state === "ASKED") {
      const answer = await answerTo(claim, server);
      const hasWork = (await ofPlace()).some(({ state }) => state === "WAITING");
      claim.state = stateAfter(answer, hasWork);
      const refusal = answer.state === "REFUSED" ? answer.refusal : null;
      await claims.change(claim, { state: claim.state, refusal });
    }
    if (claim.state !== "VERIFY") continue;
    const { numbers, verifications } = gatherVerification(await ofPlace());
    if (numbers.length > 0) await outbox.gather(numbers, verifications);
  }
}

/** A claim that the server cannot make sense of must not keep entries back. */
async function answerTo(claim: KeptClaim, server: HandServer): Promise<ClaimAnswer> {
  try {
    return await server.claim(claim);
  } catch (thrown) {
    if (remedyFor(asProblem(thrown).kind) !== "SPLIT") throw thrown;
    return { state: "REFUSED", refusal: { reason: "NOT_UNDERSTOOD", heldBy: null } };
  }
}

/** Work is never thrown away: what was entered where somebody else stands is a second count. */
function stateAfter(answer: ClaimAnswer, hasWork: boolean): KeptClaim["state"] {
  if (answer.state !== "REFUSED") return answer.state;
  if (!hasWork) return "REFUSED";
  return answer.refusal.reason === "HELD_BY_ANOTHER" ? "VERIFY" : "COUNT";
}
