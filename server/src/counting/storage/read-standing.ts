import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { LineObservation } from "../domain/observation.ts";
import type { ObservationMode } from "../domain/words.ts";
import type { SessionRow } from "../domain/rows.ts";

export interface StandingObservation extends LineObservation {
  lineId: number;
  gap: { after: Date; until: Date } | null;
}

/**
 * All that was recorded for these lines in the running generation, and what takes any of it back,
 * also where that arrived before it.
 */
export async function readStanding(
  db: Db,
  { warehouseId, id, generation, startedAt }: SessionRow,
  lineIds: readonly number[],
): Promise<Map<number, StandingObservation[]>> {
  if (lineIds.length === 0) return new Map();
  const rows = await rowsOf<{
    lineId: number;
    externalId: string;
    actorId: string;
    mode: ObservationMode;
    quantity: string | null;
    serials: string[];
    countedAt: Date;
    receivedAt: Date;
    isTimeKnown: boolean;
    voidsActorId: string | null;
    voidsExternalId: string | null;
  }>(
    db,
    sql`select coalesce(o.line_id, target.line_id) as "lineId", o.external_id as "externalId",
          o.recorded_by as "actorId", o.mode, o.quantity, o.serials, o.counted_at as "countedAt",
          o.received_at as "receivedAt",
          (o.time_source = 'WRITTEN' or o.clock_offset_ms is not null) as "isTimeKnown",
          o.voids_recorded_by as "voidsActorId", o.voids_external_id as "voidsExternalId"
        from observation o
        left join observation target on o.line_id is null and o.mode = 'VOID'
          and target.warehouse_id = o.warehouse_id and target.recorded_by = o.voids_recorded_by
          and target.external_id = o.voids_external_id
        where o.warehouse_id = ${warehouseId} and o.session_id = ${id}
          and o.generation = ${generation} and o.outcome = 'RECORDED'
          and (o.line_id = any(${lineIds}::bigint[])
            or (o.line_id is null and o.mode = 'VOID' and target.line_id = any(${lineIds}::bigint[])))`,
  );
  const standing = rows.map((row) => ({
    lineId: row.lineId,
    externalId: row.externalId,
    actorId: row.actorId,
    mode: row.mode,
    quantity: row.quantity === null ? null : new Decimal(row.quantity),
    serials: row.serials,
    countedAt: row.countedAt,
    gap: row.isTimeKnown || !startedAt ? null : { after: startedAt, until: row.receivedAt },
    voids:
      row.voidsActorId === null || row.voidsExternalId === null
        ? null
        : { actorId: row.voidsActorId, externalId: row.voidsExternalId },
  }));
  return Map.groupBy(standing, ({ lineId }) => lineId);
}
