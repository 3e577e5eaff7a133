import { sql, type Db } from "../../database/db.ts";
import { lineKey } from "../domain/asked-observation.ts";
import type { KeptObservation } from "../domain/decide-observations.ts";
import type { SessionRow } from "../domain/rows.ts";

export async function insertObservations(
  db: Db,
  session: SessionRow,
  kept: readonly KeptObservation[],
  lineIds: ReadonlyMap<string, number>,
  receivedAt: Date,
): Promise<void> {
  if (kept.length === 0) return;
  const rows = kept.map(({ asked, line, factor, quantity, countedAt, outcome }) => ({
    lineId: line && outcome === "RECORDED" ? (lineIds.get(lineKey(line)) ?? null) : null,
    externalId: asked.externalId,
    recordedBy: asked.actorId,
    deviceId: asked.deviceId,
    mode: asked.mode,
    quantityTyped: asked.quantity?.toFixed() ?? null,
    unitCode: asked.unitCode,
    factor: factor?.toFixed() ?? null,
    quantity: quantity?.toFixed() ?? null,
    serials: asked.serials,
    lotCode: asked.lotCode,
    rawScan: asked.rawScan,
    reason: asked.reason,
    note: asked.note,
    voidsRecordedBy: asked.voids?.actorId ?? null,
    voidsExternalId: asked.voids?.externalId ?? null,
    timeSource: asked.time.source,
    claimedAt: asked.time.claimedAt,
    clockOffsetMs: asked.time.clockOffsetMs,
    countedAt,
    outcome,
    fingerprint: asked.fingerprint,
  }));
  await sql`
    insert into observation (warehouse_id, session_id, line_id, generation, external_id, recorded_by,
      device_id, mode, quantity_typed, unit_code, factor, quantity, serials, lot_code, raw_scan,
      reason, note, voids_recorded_by, voids_external_id, time_source, claimed_at, clock_offset_ms,
      counted_at, received_at, outcome, request_hash)
    select ${session.warehouseId}, ${session.id}::bigint, o."lineId", ${session.generation}::int,
      o."externalId", o."recordedBy", o."deviceId", o.mode, o."quantityTyped", o."unitCode",
      o.factor, o.quantity, array(select jsonb_array_elements_text(o.serials)), o."lotCode",
      o."rawScan", o.reason, o.note, o."voidsRecordedBy", o."voidsExternalId", o."timeSource",
      o."claimedAt", o."clockOffsetMs", o."countedAt", ${receivedAt}::timestamptz, o.outcome,
      decode(o.fingerprint, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o("lineId" bigint,
      "externalId" text, "recordedBy" text, "deviceId" text, mode text, "quantityTyped" numeric,
      "unitCode" text, factor numeric, quantity numeric, serials jsonb, "lotCode" text,
      "rawScan" text, reason text, note text, "voidsRecordedBy" text, "voidsExternalId" text,
      "timeSource" text, "claimedAt" timestamptz, "clockOffsetMs" bigint, "countedAt" timestamptz,
      outcome text, fingerprint text)`.execute(db);
}
