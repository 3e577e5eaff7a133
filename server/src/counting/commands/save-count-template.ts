import type { EntityManager } from "@mikro-orm/postgresql";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import type { TemplateRow, TemplateSettings } from "../domain/count-template.ts";
import { unrestricted } from "../domain/count-scope.ts";
import type { AskedCountSession } from "../domain/fill-from-template.ts";
import {
  rejectCountTemplate,
  rejectTemplate,
  type CountTemplateRejectionReason,
  type ProposedTemplate,
} from "../domain/reject-count-template.ts";
import { areAssigneesKnown, isScopeKnown } from "../storage/session-facts.ts";
import { findTemplate, templateColumns } from "../storage/template-row.ts";

/** What is undefined is kept; null and empty lists are meant. */
export interface SaveCountTemplate extends Pick<
  AskedCountSession,
  "countType" | "scope" | "isBlind" | "notes" | "assigneeIds"
> {
  warehouseId: number;
  /** Null makes a new one. */
  id: number | null;
  name: string | undefined;
  deadlineAfterHours: number | null | undefined;
  savedBy: string;
  now: Date;
}

export type CountTemplateOutcome =
  { saved: TemplateRow } | { rejection: Rejection<CountTemplateRejectionReason> };

export function saveCountTemplate(
  em: EntityManager,
  input: SaveCountTemplate,
): Promise<CountTemplateOutcome> {
  const { warehouseId, id } = input;
  return decideAgainAfterRace(() =>
    inTransaction<CountTemplateOutcome>(em, async ({ db }) => {
      const before = id === null ? null : await findTemplate(db, warehouseId, id);
      if (id !== null && !before) return { rejection: rejectTemplate("TEMPLATE_UNKNOWN") };
      const next = proposed(input, before);
      const rejection = rejectCountTemplate(next, {
        isScopeKnown: await isScopeKnown(db, warehouseId, next.settings.scope),
        areAssigneesKnown: await areAssigneesKnown(db, warehouseId, next.settings.assigneeIds),
        isNameTaken: await isNameTaken(db, warehouseId, next.name, id),
      });
      return rejection ? { rejection } : { saved: await save(db, input, next) };
    }),
  );
}

function proposed(input: SaveCountTemplate, before: TemplateRow | null): ProposedTemplate {
  const old = before?.settings;
  const { isBlind, notes, deadlineAfterHours } = input;
  const scope = Object.entries(input.scope).filter(([, value]) => value !== undefined);
  return {
    name: input.name ?? before?.name ?? "",
    settings: {
      countType: input.countType ?? old?.countType ?? null,
      scope: { ...unrestricted, ...old?.scope, ...Object.fromEntries(scope) },
      isBlind: isBlind === undefined ? (old?.isBlind ?? null) : isBlind,
      assigneeIds: input.assigneeIds ?? old?.assigneeIds ?? [],
      notes: notes === undefined ? (old?.notes ?? null) : notes,
      deadlineAfterHours:
        deadlineAfterHours === undefined ? (old?.deadlineAfterHours ?? null) : deadlineAfterHours,
    } satisfies Record<keyof TemplateSettings, unknown>,
  };
}

async function isNameTaken(
  db: Db,
  warehouseId: number,
  name: string,
  id: number | null,
): Promise<boolean> {
  const row = await firstRowOf(
    db,
    sql`select 1 from count_template
        where warehouse_id = ${warehouseId} and name = ${name} and id <> ${id ?? 0}`,
  );
  return row !== null;
}

async function save(
  db: Db,
  { warehouseId, id, savedBy, now }: SaveCountTemplate,
  { name, settings }: ProposedTemplate,
): Promise<TemplateRow> {
  const text = JSON.stringify(settings);
  const row = await firstRowOf<TemplateRow>(
    db,
    id === null
      ? sql`insert into count_template as t (warehouse_id, name, settings, created_by, created_at)
            values (${warehouseId}, ${name}, ${text}::jsonb, ${savedBy}, ${now}::timestamptz)
            returning ${templateColumns}`
      : sql`update count_template t set name = ${name}, settings = ${text}::jsonb
            where t.warehouse_id = ${warehouseId} and t.id = ${id}
            returning ${templateColumns}`,
  );
  return row as TemplateRow;
}
