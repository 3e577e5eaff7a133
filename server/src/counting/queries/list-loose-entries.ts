import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { LooseEntryKind, LooseEntryState } from "../domain/loose-entry.ts";
import type { ObservationMode } from "../domain/words.ts";
import { withOutcome } from "../storage/loose-entry.ts";
import type { SessionKey } from "./list-lines.ts";

export interface LooseEntryRow {
  warehouseId: number;
  id: number;
  externalId: string;
  recordedById: string;
  deviceId: string | null;
  mode: ObservationMode;
  rawScan: string | null;
  kind: LooseEntryKind;
  itemId: number | null;
  locationId: number | null;
  lotCode: string | null;
  quantityTyped: string | null;
  unitCode: string | null;
  serials: string[];
  note: string | null;
  countedAt: Date;
  receivedAt: Date;
  state: LooseEntryState;
  lineId: number | null;
  settledById: string | null;
  settledAt: Date | null;
  dismissedBecause: string | null;
}

const state = sql`case when m.id is not null then 'MATCHED'
  when d.observation_id is not null then 'DISMISSED' when t.is_taken_back then 'TAKEN_BACK'
  when o.generation <> s.generation then 'BEFORE_RESET' else 'WAITING' end`;

/** Entries that stand on no line, in the order in which they came. */
export function listLooseEntries(
  db: Db,
  { warehouseId, id }: SessionKey,
  asked: { state?: LooseEntryState; kind?: LooseEntryKind },
  page: PageArgs,
): Promise<Page<LooseEntryRow>> {
  return readPage<LooseEntryRow>(
    db,
    {
      columns: sql`o.warehouse_id as "warehouseId", o.id, o.external_id as "externalId",
        o.recorded_by as "recordedById", o.device_id as "deviceId", o.mode, o.raw_scan as "rawScan",
        o.outcome as kind, o.item_id as "itemId",
        o.location_id as "locationId", o.lot_code as "lotCode", o.quantity_typed as "quantityTyped",
        o.unit_code as "unitCode", o.serials, o.note, o.counted_at as "countedAt",
        o.received_at as "receivedAt", ${state} as state, m.line_id as "lineId",
        coalesce(m.matched_by, d.dismissed_by) as "settledById",
        coalesce(m.matched_at, d.dismissed_at) as "settledAt", d.reason as "dismissedBecause"`,
      from: sql`observation o
        join count_session s on s.warehouse_id = o.warehouse_id and s.id = o.session_id
        ${withOutcome}`,
      where: [
        sql`o.warehouse_id = ${warehouseId}`,
        sql`o.session_id = ${id}`,
        sql`o.outcome <> 'RECORDED'`,
        ...(asked.state ? [sql`${state} = ${asked.state}`] : []),
        ...(asked.kind ? [sql`o.outcome = ${asked.kind}`] : []),
      ],
      order: [{ column: sql`o.id`, type: "bigint", direction: "ASC" }],
    },
    page,
  );
}
