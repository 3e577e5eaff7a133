import { asProblem } from "#lib/shared/api/problem.ts";
import type { KeptClaim } from "../task/claim.ts";
import type { Claims } from "./claims.ts";
import type { HandServer } from "./hand-server.ts";
import { remedyFor } from "./judge-trouble.ts";
import type { Outbox } from "./outbox.ts";

interface Parts {
  outbox: Outbox;
  claims: Claims;
  server: HandServer;
}

/** Gives back the places that were left, once all that was entered there has been sent. */
export async function leavePlaces(
  userId: string,
  { outbox, claims, server }: Parts,
): Promise<void> {
  for (const claim of await claims.ofPerson(userId)) {
    if (!claim.isLeft || claim.state === "ASKED") continue;
    const own = await outbox.ofPlace(userId, claim.sessionId, claim.locationId);
    if (own.some(({ state }) => state === "WAITING")) continue;
    if (claim.state !== "REFUSED") await leave(claim, server);
    await claims.forget(claim);
  }
}

/** Where there is nothing to leave any more, it has been left. */
async function leave(claim: KeptClaim, server: HandServer): Promise<void> {
  try {
    await server.leave(claim);
  } catch (thrown) {
    if (remedyFor(asProblem(thrown).kind) !== "SPLIT") throw thrown;
  }
}
