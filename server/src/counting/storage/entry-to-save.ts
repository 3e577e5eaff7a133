import { sql } from "../../database/db.ts";
import type { KeptObservation } from "../domain/decide-observations.ts";

export interface EntryToSave {
  kept: KeptObservation;
  lineId: number | null;
}

/** The columns of an entry that are its own, not its batch's. */
const types = {
  line_id: "bigint",
  round: "integer",
  external_id: "text",
  recorded_by: "text",
  entered_by: "text",
  sheet_id: "bigint",
  device_id: "text",
  mode: "text",
  quantity_typed: "numeric",
  unit_code: "text",
  factor: "numeric",
  quantity: "numeric",
  serials: "text[]",
  lot_code: "text",
  raw_scan: "text",
  reason: "text",
  note: "text",
  voids_recorded_by: "text",
  voids_external_id: "text",
  time_source: "text",
  claimed_at: "timestamptz",
  clock_offset_ms: "bigint",
  counted_at: "timestamptz",
  outcome: "text",
  request_hash: "bytea",
  item_id: "bigint",
  location_id: "bigint",
  stock_status: "text",
} as const;

export const entryColumns = sql.raw(Object.keys(types).join(", "));
export const entryTypes = sql.raw(
  Object.entries(types)
    .map((column) => column.join(" "))
    .join(", "),
);

/** What is left out is null, and costs the database nothing to read. */
export function entryRowOf({
  kept,
  lineId,
}: EntryToSave): Partial<Record<keyof typeof types, unknown>> {
  const { asked } = kept;
  return {
    line_id: lineId ?? undefined,
    round: kept.round,
    external_id: asked.externalId,
    recorded_by: asked.actorId,
    entered_by: asked.paper?.enteredBy ?? undefined,
    sheet_id: asked.paper?.sheetId ?? undefined,
    device_id: asked.deviceId ?? undefined,
    mode: asked.mode,
    quantity_typed: asked.quantity?.toFixed(),
    unit_code: asked.unitCode ?? undefined,
    factor: kept.factor?.toFixed(),
    quantity: kept.quantity?.toFixed(),
    serials: asked.serials,
    lot_code: asked.lotCode ?? undefined,
    raw_scan: asked.rawScan ?? undefined,
    reason: asked.reason ?? undefined,
    note: asked.note ?? undefined,
    voids_recorded_by: asked.voids?.actorId,
    voids_external_id: asked.voids?.externalId,
    time_source: asked.time.source,
    claimed_at: asked.time.claimedAt,
    clock_offset_ms: asked.time.clockOffsetMs ?? undefined,
    counted_at: kept.countedAt,
    outcome: kept.outcome,
    request_hash: `\\x${asked.fingerprint}`,
    ...(lineId === null ? targetOf(kept) : {}),
  };
}

/** What an entry names that stands on no line: for whoever matches or merges it later. */
function targetOf({ asked, line }: KeptObservation) {
  return {
    item_id: line?.itemId ?? asked.itemId ?? undefined,
    location_id: line?.locationId ?? asked.locationId ?? undefined,
    stock_status: asked.stockStatus,
  };
}
