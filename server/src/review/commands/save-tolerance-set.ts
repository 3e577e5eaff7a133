import type { EntityManager } from "@mikro-orm/postgresql";
import { createHash } from "node:crypto";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectToleranceSet,
  type AskedRule,
  type ToleranceSetRejectionReason,
} from "../domain/reject-tolerance-set.ts";
import type { ToleranceRule, ToleranceSet } from "../domain/tolerance-limits.ts";
import { insertToleranceSet, readToleranceFacts } from "../storage/tolerance-set.ts";

export interface SaveToleranceSet {
  warehouseId: number;
  /** The version that its author looked at; 0 where there was none. */
  basedOnVersion: number;
  rules: readonly AskedRule[];
  savedBy: string;
  now: Date;
}

export type ToleranceSetOutcome =
  { saved: ToleranceSet } | { rejection: Rejection<ToleranceSetRejectionReason> };

/** A set is never edited in place: this is its next version, for counts that start from now on. */
export function saveToleranceSet(
  em: EntityManager,
  input: SaveToleranceSet,
): Promise<ToleranceSetOutcome> {
  const { warehouseId, rules, savedBy, now } = input;
  return decideAgainAfterRace(() =>
    inTransaction<ToleranceSetOutcome>(em, async ({ db }) => {
      const facts = await readToleranceFacts(db, warehouseId, rules);
      const rejection = rejectToleranceSet(input, facts);
      if (rejection) return { rejection };
      const version = facts.latestVersion + 1;
      // What is not a class was refused above.
      const kept = rules as readonly ToleranceRule[];
      const saved = { warehouseId, version, savedById: savedBy, savedAt: now, rules: [...kept] };
      await insertToleranceSet(db, saved);
      const rulesDigest = createHash("sha256").update(JSON.stringify(kept)).digest("hex");
      const details = { version, rules: kept.length, rulesDigest };
      await appendAudit(db, warehouseId, [
        { kind: "TOLERANCE_SET_SAVED", actorId: savedBy, now, sessionId: null, details },
      ]);
      return { saved };
    }),
  );
}
