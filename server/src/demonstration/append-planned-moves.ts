import type { PlannedMove } from "./assign-identities.ts";
import { type Db, sql } from "../database/db.ts";

/** Moves in one statement; the ledger's function is called once for each recording, in their order. */
const movesPerStatement = 8_000;

export async function appendPlannedMoves(
  db: Db,
  moves: readonly PlannedMove[],
  actorIdByEmail: ReadonlyMap<string, string>,
): Promise<void> {
  for (const part of wholeRecordings(moves)) {
    const entries = part.map((move, position) => ({
      ...move,
      position,
      serials: move.serials.length > 0 ? move.serials : null,
      recordedBy: actorIdOf(move.recordedBy, actorIdByEmail),
    }));
    await appendEntries(db, JSON.stringify(entries));
  }
}

async function appendEntries(db: Db, entries: string): Promise<void> {
  await sql`
    select count(*)
    from (
      select w.id as warehouse_id, r."recordedAt" as recorded_at, r."recordedBy" as recorded_by,
        array_agg(row(i.id, l.id, t.id, r.status, r.kind, r.quantity, r."effectiveAt",
          r."externalId", r.leg, sha256(convert_to(r."externalId", 'UTF8')), r.reference,
          r."reasonCode", case when r.serials is not null then array(
            select u.id from serial_unit u
            where u.item_id = i.id
              and u.serial = any (array(select jsonb_array_elements_text(r.serials)))
          ) end)::stock_move_entry order by r.position) as entries
      from jsonb_to_recordset(${entries}::jsonb) as r(position integer, "warehouseCode" text,
        sku text, "locationCode" text, "lotCode" text, status text, kind text, quantity numeric,
        serials jsonb, "effectiveAt" timestamptz, "recordedAt" timestamptz, "recordedBy" text,
        "externalId" text, leg smallint, reference text, "reasonCode" text)
      join warehouse w on w.code = r."warehouseCode"
      join item i on i.sku = r.sku
      join location l on l.warehouse_id = w.id and l.code = r."locationCode"
      left join lot t on t.item_id = i.id and t.code = r."lotCode"
      group by w.id, r."recordedAt", r."recordedBy"
      order by r."recordedAt", w.id
    ) recording
    cross join lateral append_stock_moves(
      recording.warehouse_id, recording.recorded_by, recording.recorded_at, recording.entries
    )`.execute(db);
}

/** What was recorded together stays together. */
function wholeRecordings(moves: readonly PlannedMove[]): PlannedMove[][] {
  const parts: PlannedMove[][] = [];
  let part: PlannedMove[] = [];
  for (const [index, move] of moves.entries()) {
    part.push(move);
    const next = moves[index + 1];
    if (part.length < movesPerStatement && next) continue;
    if (next && next.recordedAt === move.recordedAt) continue;
    parts.push(part);
    part = [];
  }
  return parts;
}

function actorIdOf(email: string, actorIdByEmail: ReadonlyMap<string, string>): string {
  const actorId = actorIdByEmail.get(email);
  if (!actorId) throw new Error(`The demonstration needs an account for ${email}.`);
  return actorId;
}
