import { rowsOf, sql, type Db } from "../../database/db.ts";
import { standsFromSheet, type SessionKey } from "../storage/count-sheets.ts";

/** What was typed in from a sheet for one of its lines, as it stands. */
export interface SheetEntryRow {
  externalId: string;
  counterId: string;
  enteredById: string | null;
  /** In the unit typed; null where single pieces were. */
  quantity: string | null;
  unitCode: string | null;
  serials: string[];
  countedAt: Date;
}

export interface SheetLineRow {
  position: number;
  lineId: number;
  entry: SheetEntryRow | null;
}

/**
 * The lines of a sheet in the order in which they stand on it. Whoever may not see what is expected
 * is told of what others entered neither on paper nor here: he may be the next to look.
 */
export async function readSheetLines(
  db: Db,
  { warehouseId, sessionId, number }: SessionKey & { number: number },
  looker: { userId: string; seesExpected: boolean },
): Promise<SheetLineRow[]> {
  const own = looker.seesExpected
    ? sql``
    : sql`and o.round = l.round and ${looker.userId} in (o.recorded_by, o.entered_by)`;
  const rows = await rowsOf<{
    position: string;
    lineId: string;
    entry: (Omit<SheetEntryRow, "countedAt"> & { countedAt: string }) | null;
  }>(
    db,
    sql`select n.position, n.id as "lineId", e.entry
        from count_sheet s
        cross join unnest(s.line_ids) with ordinality as n(id, position)
        join count_line l on l.warehouse_id = s.warehouse_id and l.id = n.id
        left join lateral (
          select json_build_object('externalId', coalesce(o.matches_external_id, o.external_id),
            'counterId', o.recorded_by, 'enteredById', o.entered_by,
            'quantity', trim_scale(o.quantity_typed)::text, 'unitCode', o.unit_code,
            'serials', o.serials, 'countedAt', o.counted_at) as entry
          from observation o
          where o.warehouse_id = s.warehouse_id and o.sheet_id = s.id and o.line_id = l.id
            and ${standsFromSheet} ${own}
          order by o.id desc limit 1
        ) e on true
        where s.warehouse_id = ${warehouseId} and s.session_id = ${sessionId}
          and s.number = ${number}
        order by n.position`,
  );
  return rows.map(({ position, lineId, entry }) => ({
    position: Number(position),
    lineId: Number(lineId),
    entry: entry && { ...entry, countedAt: new Date(entry.countedAt) },
  }));
}
