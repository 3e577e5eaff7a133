import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { SessionKey } from "../storage/count-sheets.ts";

/** Something that lay there and that the sheet does not list, as it was typed in and stands. */
export interface SheetFindRow {
  externalId: string;
  counterId: string;
  enteredById: string | null;
  locationId: number | null;
  /** Null where nobody knows yet what it is. */
  itemId: number | null;
  lotCode: string | null;
  rawScan: string | null;
  quantity: string | null;
  unitCode: string | null;
  serials: string[];
  note: string | null;
  countedAt: Date;
}

/** More than these do not stand on one sheet of paper. */
const findsAtMost = 500;

/** In the order in which they were typed in; whoever may not see what is expected is told of his own. */
export async function readSheetFinds(
  db: Db,
  { warehouseId, sessionId, number }: SessionKey & { number: number },
  looker: { userId: string; seesExpected: boolean },
): Promise<SheetFindRow[]> {
  const own = looker.seesExpected
    ? sql``
    : sql`and ${looker.userId} in (o.recorded_by, o.entered_by)`;
  return rowsOf<SheetFindRow>(
    db,
    sql`select coalesce(o.matches_external_id, o.external_id) as "externalId",
          o.recorded_by as "counterId", o.entered_by as "enteredById",
          coalesce(l.location_id, o.location_id) as "locationId",
          coalesce(l.item_id, o.item_id) as "itemId", coalesce(t.code, o.lot_code) as "lotCode",
          o.raw_scan as "rawScan", trim_scale(o.quantity_typed)::text as quantity,
          o.unit_code as "unitCode", o.serials, o.note, o.counted_at as "countedAt"
        from count_sheet s
        join observation o on o.warehouse_id = s.warehouse_id and o.sheet_id = s.id
        left join count_line l on l.warehouse_id = o.warehouse_id and l.id = o.line_id
        left join lot t on t.id = l.lot_id
        where s.warehouse_id = ${warehouseId} and s.session_id = ${sessionId}
          and s.number = ${number} and o.mode = 'ADD' ${own}
          and o.generation = (
            select c.generation from count_session c
            where c.warehouse_id = s.warehouse_id and c.id = s.session_id)
          and (o.line_id is null or o.line_id <> all (s.line_ids))
          and not exists (
            select from observation m
            where m.warehouse_id = o.warehouse_id and m.recorded_by = o.recorded_by
              and m.matches_external_id = o.external_id)
          and not exists (
            select from observation v
            where v.warehouse_id = o.warehouse_id and v.session_id = o.session_id
              and v.mode = 'VOID' and v.voids_recorded_by = o.recorded_by
              and v.voids_external_id = coalesce(o.matches_external_id, o.external_id)
              -- Of what stands on no line, so that each looks at few entries.
              and (v.line_id = o.line_id or v.line_id is null))
        order by o.id limit ${findsAtMost}`,
  );
}
