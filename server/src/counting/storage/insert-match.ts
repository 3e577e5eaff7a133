import { sql, type Db } from "../../database/db.ts";
import type { Match } from "../domain/decide-match.ts";

/**
 * An entry of its own, with the author, the time and the device of the one that it gives a line. Its
 * id begins with a blank, which no device's id does.
 */
export async function insertMatch(
  db: Db,
  entry: { warehouseId: number; id: number; lineId: number },
  { line, round, quantityTyped, unitCode, factor, quantity, serials }: Match,
  matched: { by: string; at: Date },
): Promise<void> {
  await sql`
    insert into observation (warehouse_id, session_id, generation, round, line_id, external_id,
      recorded_by, device_id, mode, quantity_typed, unit_code, factor, quantity, serials, lot_code,
      raw_scan, reason, note, time_source, claimed_at, clock_offset_ms, counted_at, received_at,
      outcome, request_hash, voids_recorded_by, voids_external_id, matches_external_id,
      matched_by, matched_at, entered_by, sheet_id)
    select o.warehouse_id, o.session_id, o.generation, ${round}::int, ${entry.lineId}::bigint,
      ' matched ' || o.id, o.recorded_by, o.device_id, o.mode,
      ${quantityTyped?.toFixed() ?? null}::numeric, ${unitCode}, ${factor?.toFixed() ?? null}::numeric,
      ${quantity?.toFixed() ?? null}::numeric, ${[...serials]}::text[], ${line.lotCode}, o.raw_scan,
      o.reason, o.note, o.time_source, o.claimed_at, o.clock_offset_ms, o.counted_at, o.received_at,
      'RECORDED', '', o.voids_recorded_by, o.voids_external_id, o.external_id, ${matched.by}, ${matched.at}::timestamptz,
      o.entered_by, o.sheet_id
    from observation o
    where o.warehouse_id = ${entry.warehouseId} and o.id = ${entry.id}`.execute(db);
}
