import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { choosesLots, type CountScope } from "../domain/count-scope.ts";
import {
  rejectCountSession,
  type CountSessionRejectionReason,
  type ProposedCountSession,
} from "../domain/reject-count-session.ts";
import { readOptions } from "../storage/read-options.ts";
import { areAssigneesKnown, isScopeKnown } from "../storage/session-facts.ts";
import { sessionColumns, type SessionRow } from "../storage/session-row.ts";

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
    const scope = withDefaults(input, options);
    const session = await insert(db, { ...input, scope }, input.isBlind ?? options.blindByDefault);
    await sql`insert into count_session_assignee (warehouse_id, session_id, user_id)
        select distinct ${warehouseId}::int, ${session.id}::bigint, a.id
        from unnest(${[...input.assigneeIds]}::text[]) as a(id)`.execute(db);
    return { session };
  });
}

function withDefaults(
  { countType, scope, freshSeed }: CreateCountSession,
  options: Awaited<ReturnType<typeof readOptions>>,
): CountScope {
  if (!choosesLots(countType)) return scope;
  const threshold = countType === "LOW_VALUE" ? options.lowValueBelow : options.highValueFrom;
  const hasThreshold = countType === "LOW_VALUE" || countType === "HIGH_VALUE";
  return {
    ...scope,
    lotsToCount: scope.lotsToCount ?? options.lotsToCount,
    seed: countType === "RANDOM" ? (scope.seed ?? freshSeed) : null,
    valueThreshold: hasThreshold ? (scope.valueThreshold ?? threshold) : null,
  };
}

/** The warehouse's row is held while the next number is taken, so that none is given twice. */
async function insert(db: Db, input: CreateCountSession, isBlind: boolean): Promise<SessionRow> {
  const { warehouseId } = input;
  await sql`select 1 from warehouse where id = ${warehouseId} for no key update`.execute(db);
  const row = await firstRowOf<SessionRow>(
    db,
    sql`insert into count_session as s (warehouse_id, number, title, status, count_type, scope,
          is_blind, deadline_at, notes, reference, created_by, created_at)
        values (${warehouseId},
          (select coalesce(max(number), 0) + 1 from count_session
            where warehouse_id = ${warehouseId}),
          ${input.title}, 'DRAFT', ${input.countType}, ${JSON.stringify(input.scope)}::jsonb,
          ${isBlind}, ${input.deadlineAt}::timestamptz, ${input.notes}, ${input.reference},
          ${input.createdBy}, ${input.now}::timestamptz)
        returning ${sessionColumns}`,
  );
  return row as SessionRow;
}
