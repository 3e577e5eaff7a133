import type { EntityManager } from "@mikro-orm/postgresql";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { withDefaults } from "../domain/count-scope.ts";
import {
  rejectCountSession,
  type CountSessionRejectionReason,
  type ProposedCountSession,
} from "../domain/reject-count-session.ts";
import { readOptions } from "../queries/read-options.ts";
import { areAssigneesKnown, isScopeKnown } from "../storage/session-facts.ts";
import { saveAssignees } from "../storage/save-assignees.ts";
import { insertDraft } from "../storage/insert-draft.ts";
import type { SessionRow } from "../domain/rows.ts";

export interface CreateCountSession extends ProposedCountSession {
  warehouseId: number;
  createdBy: string;
  now: Date;
  /** Null takes the option of the warehouse. */
  isBlind: boolean | null;
  reference: string | null;
  assigneeIds: readonly string[];
  /** For RANDOM where none was given; equal seeds choose alike. */
  freshSeed: string;
}

export type CountSessionOutcome =
  { session: SessionRow } | { rejection: Rejection<CountSessionRejectionReason> };

/** A draft: nothing is frozen and nothing counted before it starts. */
export async function createCountSession(
  em: EntityManager,
  input: CreateCountSession,
): Promise<CountSessionOutcome> {
  return inTransaction(em, async ({ db }) => {
    const { warehouseId } = input;
    const rejection = rejectCountSession(input, {
      now: input.now,
      isScopeKnown: await isScopeKnown(db, warehouseId, input.scope),
      areAssigneesKnown: await areAssigneesKnown(db, warehouseId, input.assigneeIds),
    });
    if (rejection) return { rejection };
    const options = await readOptions(db, warehouseId);
    const scope = withDefaults(input.countType, input.scope, options, input.freshSeed);
    const isBlind = input.isBlind ?? options.blindByDefault;
    const session = await insertDraft(db, { ...input, scope, isBlind });
    await saveAssignees(db, session, input.assigneeIds);
    return { session };
  });
}
