import type { EntityManager } from "@mikro-orm/postgresql";
import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { rejectOption, type OptionRejectionReason } from "../domain/reject-option.ts";
import type { OptionCode, Options } from "../domain/options.ts";
import { readOptions } from "../queries/read-options.ts";
import type { Rejection } from "../../shared/rejection.ts";

export interface SaveOption {
  code: string;
  /** Null means the company, for every warehouse that has no value of its own. */
  warehouseId: number | null;
  /** Null takes the value away: the company's, or the default, is in force again. */
  value: boolean | number | string | null;
  changedBy: string;
  now: Date;
}

export type OptionOutcome = { options: Options } | { rejection: Rejection<OptionRejectionReason> };

/** In force for counts that start from now on; those that run keep what they started with. */
export async function saveOption(em: EntityManager, input: SaveOption): Promise<OptionOutcome> {
  const rejection = rejectOption(input.code, input.value);
  if (rejection) return { rejection };
  const code = input.code as OptionCode;
  return inTransaction(em, async ({ db }) => {
    const before = await saveValue(db, { ...input, code });
    const { changedBy: actorId, now, value } = input;
    await appendAudit(db, input.warehouseId ?? companyChain, [
      { kind: "OPTION_SAVED", actorId, now, sessionId: null, details: { code, value, before } },
    ]);
    return { options: await readOptions(db, input.warehouseId ?? 0) };
  });
}

/** Gives the value that there was, as the very statement found it that took its place. */
async function saveValue(db: Db, input: SaveOption): Promise<unknown> {
  const { code, warehouseId, value, changedBy, now } = input;
  const statement =
    value === null
      ? sql<{ before: unknown }>`delete from option_value
          where code = ${code} and warehouse_id is not distinct from ${warehouseId}::int
          returning old.value as before`
      : sql<{ before: unknown }>`insert into option_value
            (code, warehouse_id, value, changed_by, changed_at)
          values (${code}, ${warehouseId}::int, ${JSON.stringify(value)}::jsonb,
            ${changedBy}, ${now}::timestamptz)
          on conflict on constraint option_value_once do update
          set value = excluded.value, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at
          returning old.value as before`;
  return (await firstRowOf(db, statement))?.before ?? null;
}
