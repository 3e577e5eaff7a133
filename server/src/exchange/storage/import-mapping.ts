import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { ColumnMapping } from "../domain/column-mapping.ts";
import type { ImportKind } from "../domain/import-kind.ts";
import type { Replacement } from "../domain/mapped-row.ts";

export interface RememberedMapping {
  kind: ImportKind;
  mapping: ColumnMapping;
  replacements: readonly Replacement[];
}

export function findMapping(
  db: Db,
  warehouseId: number,
  signature: string,
): Promise<RememberedMapping | null> {
  return firstRowOf<RememberedMapping>(
    db,
    sql`select kind, mapping, replacements from import_mapping
        where warehouse_id = ${warehouseId} and header_signature = ${signature}`,
  );
}

export async function rememberMapping(
  db: Db,
  { kind, mapping, replacements }: RememberedMapping,
  by: { warehouseId: number; signature: string; usedBy: string; now: Date },
): Promise<void> {
  await sql`insert into import_mapping as r (warehouse_id, header_signature, kind, mapping,
        replacements, used_by, used_at)
      values (${by.warehouseId}, ${by.signature}, ${kind}, ${JSON.stringify(mapping)}::jsonb,
        ${JSON.stringify(replacements)}::jsonb, ${by.usedBy}, ${by.now}::timestamptz)
      on conflict (warehouse_id, header_signature) do update
        set kind = excluded.kind, mapping = excluded.mapping, replacements = excluded.replacements,
          used_by = excluded.used_by, used_at = excluded.used_at`.execute(db);
}
