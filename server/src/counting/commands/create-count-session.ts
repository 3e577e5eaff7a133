import type { EntityManager } from "@mikro-orm/postgresql";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Db } from "../../database/db.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { withDefaults } from "../domain/count-scope.ts";
import type { TemplateRow } from "../domain/count-template.ts";
import {
  fillFromTemplate,
  namedByTemplate,
  type AskedCountSession,
  type FilledCountSession,
} from "../domain/fill-from-template.ts";
import {
  rejectCountSession,
  type CountSessionFacts,
  type CountSessionRejectionReason,
} from "../domain/reject-count-session.ts";
import type { CountType } from "../domain/words.ts";
import { readOptions } from "../queries/read-options.ts";
import { areAssigneesKnown, isScopeKnown } from "../storage/session-facts.ts";
import { saveAssignees } from "../storage/save-assignees.ts";
import { insertDraft } from "../storage/insert-draft.ts";
import { findTemplate, readOutdated } from "../storage/template-row.ts";
import type { SessionRow } from "../domain/rows.ts";

export interface CreateCountSession extends AskedCountSession {
  warehouseId: number;
  createdBy: string;
  now: Date;
  /** Null plans it without a template. */
  templateId: number | null;
  reference: string | null;
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
    const { warehouseId, templateId, now } = input;
    const template = templateId === null ? null : await findTemplate(db, warehouseId, templateId);
    const filled = fillFromTemplate(input, template, now);
    const rejection = rejectCountSession(filled, await factsOf(db, input, filled, template));
    if (rejection) return { rejection };
    const countType = filled.countType as CountType;
    const options = await readOptions(db, warehouseId);
    const scope = withDefaults(countType, filled.scope, options, input.freshSeed);
    const isBlind = filled.isBlind ?? options.blindByDefault;
    const { createdBy, reference } = input;
    const session = await insertDraft(db, {
      ...{ ...filled, countType, scope, isBlind },
      ...{ warehouseId, createdBy, now, reference, template },
    });
    await saveAssignees(db, session, filled.assigneeIds);
    return { session };
  });
}

async function factsOf(
  db: Db,
  input: CreateCountSession,
  { scope, assigneeIds }: FilledCountSession,
  template: TemplateRow | null,
): Promise<CountSessionFacts> {
  const { warehouseId, templateId, now } = input;
  const named = template && namedByTemplate(input, template);
  return {
    now,
    isTemplateKnown: templateId === null || template !== null,
    outdated: named ? await readOutdated(db, warehouseId, named) : [],
    isScopeKnown: await isScopeKnown(db, warehouseId, scope),
    areAssigneesKnown: await areAssigneesKnown(db, warehouseId, assigneeIds),
  };
}
