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
    sql`select o.of_line as "lineId", o.external_id as "externalId",
          o.recorded_by as "actorId", o.mode, o.quantity, o.serials, o.counted_at as "countedAt",
          o.received_at as "receivedAt",
          (o.time_source = 'WRITTEN' or o.clock_offset_ms is not null) as "isTimeKnown",
          o.voids_recorded_by as "voidsActorId", o.voids_external_id as "voidsExternalId"
        from (
          select own.line_id as of_line, own.*
          from unnest(${[...lineIds]}::bigint[]) as k(id)
          cross join lateral (
            select * from observation
            where warehouse_id = ${warehouseId} and line_id = k.id and generation = ${generation}
            offset 0
          ) own
          union all
          select target.line_id, early.*
          from observation early
          cross join lateral (
            select line_id from observation
            where warehouse_id = ${warehouseId} and recorded_by = early.voids_recorded_by
              and external_id = early.voids_external_id
            limit 1
          ) target
          where early.warehouse_id = ${warehouseId} and early.session_id = ${id}
            and early.mode = 'VOID' and early.line_id is null and early.generation = ${generation}
            and target.line_id = any(${[...lineIds]}::bigint[])
        ) o
        where o.outcome = 'RECORDED'`,
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
