import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { notFound } from "../../shared/refusal.ts";
import type { LineName } from "../domain/asked-observation.ts";
import type { LooseEntry } from "../domain/loose-entry.ts";
import { lineOf } from "./line-of.ts";

type Found = Omit<LooseEntry, "quantityTyped" | "match" | "time"> & {
  quantityTyped: string | null;
  timeSource: "DEVICE" | "WRITTEN";
  claimedAt: Date;
  clockOffsetMs: number | null;
  match: (LineName & { quantityTyped: string | null; serials: string[] }) | null;
};

/** Of a loose entry `o`: its match `m`, its dismissal `d`, and whether its author took it back. */
export const withOutcome = sql`
  left join observation m on m.warehouse_id = o.warehouse_id and m.recorded_by = o.recorded_by
    and m.matches_external_id = o.external_id
  left join observation_dismissal d on d.warehouse_id = o.warehouse_id and d.observation_id = o.id
  cross join lateral (
    select exists (
      select 1 from observation v
      where v.warehouse_id = o.warehouse_id and v.session_id = o.session_id and v.mode = 'VOID'
        and v.line_id is null and v.outcome = 'RECORDED'
        and v.voids_recorded_by = o.recorded_by and v.voids_external_id = o.external_id
    ) as is_taken_back
  ) t`;

/** Expects the entry's session to be locked, where something is decided from it. */
export async function loadEntry(db: Db, warehouseId: number, id: number): Promise<LooseEntry> {
  const row = await firstRowOf<Found>(
    db,
    sql`select o.id, o.session_id as "sessionId", o.external_id as "externalId",
          o.recorded_by as "recordedBy", o.mode, o.outcome, o.generation,
          o.item_id as "itemId", o.location_id as "locationId", o.stock_status as "stockStatus",
          o.lot_code as "lotCode",
          case when o.mode = 'VOID' then jsonb_build_object('actorId', o.voids_recorded_by,
            'externalId', o.voids_external_id) end as voids,
          o.quantity_typed as "quantityTyped", o.unit_code as "unitCode", o.serials, o.reason,
          o.time_source as "timeSource", o.claimed_at as "claimedAt",
          o.clock_offset_ms as "clockOffsetMs", o.counted_at as "countedAt",
          o.received_at as "receivedAt", t.is_taken_back as "isTakenBack",
          d.reason as "dismissedBecause",
          case when l.id is not null then jsonb_build_object('itemId', l.item_id,
            'locationId', l.location_id, 'lotCode', b.code, 'stockStatus', l.stock_status,
            'quantityTyped', m.quantity_typed::text, 'serials', m.serials) end as match
        from observation o ${withOutcome}
        left join lateral ${lineOf(sql`m.warehouse_id`, sql`m.line_id`)} l on true
        left join lot b on b.id = l.lot_id
        where o.warehouse_id = ${warehouseId} and o.id = ${id}`,
  );
  if (!row) throw notFound("observation");
  const { quantityTyped, timeSource, claimedAt, clockOffsetMs, match, ...entry } = row;
  return {
    ...entry,
    quantityTyped: decimalOrNull(quantityTyped),
    time: { source: timeSource, claimedAt, clockOffsetMs },
    match: match && {
      line: match,
      quantityTyped: decimalOrNull(match.quantityTyped),
      serials: match.serials,
    },
  };
}

const decimalOrNull = (text: string | null) => (text === null ? null : new Decimal(text));
