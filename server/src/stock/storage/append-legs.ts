import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { StockMovePlan } from "../domain/decide-stock-moves.ts";
import type { StockMoveRow } from "../domain/rows.ts";
import { serialKey, type Leg } from "../domain/stock-move.ts";
import { moveColumns } from "./columns.ts";
import type { Recording } from "./read-stock-move-facts.ts";

/** The positions that a batch took in the ledger. */
export interface AppendedSpan {
  firstMoveId: number;
  lastMoveId: number;
}

/**
 * Lots and serials that are new are inserted without "on conflict": where another warehouse met one
 * at the same moment the database refuses, and the whole batch is decided again.
 */
export async function appendLegs(
  db: Db,
  recording: Recording,
  { legs, newLots }: StockMovePlan,
  knownSerials: ReadonlySet<string>,
): Promise<AppendedSpan | null> {
  if (legs.length === 0) return null;
  await insertLots(db, newLots);
  await insertSerials(db, legs, knownSerials);
  const fingerprints = new Map(
    recording.moves.map((move) => [move.externalId, move.fingerprint] as const),
  );
  const entries = legs.map((leg, position) => ({
    ...leg,
    position,
    quantity: leg.quantity.toFixed(),
    fingerprint: fingerprints.get(leg.externalId),
  }));
  const reached = await firstRowOf<{ position: number }>(
    db,
    sql`
    select append_stock_moves(
      ${recording.warehouseId}::int, ${recording.recordedBy}, ${recording.now}::timestamptz, (
        select array_agg(row(e."itemId", e."locationId", t.id, e.status, e.kind, e.quantity,
          e."effectiveAt", e."externalId", e.leg, decode(e.fingerprint, 'hex'), e.reference,
          e."reasonCode", array(
            select u.id from serial_unit u
            where u.item_id = e."itemId"
              and u.serial in (select jsonb_array_elements_text(e.serials))
          ))::stock_move_entry order by e.position)
        from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(position integer,
          "itemId" bigint, "locationId" bigint, "lotCode" text, status text, kind text,
          quantity numeric, "effectiveAt" timestamptz, "externalId" text, leg smallint,
          fingerprint text, reference text, "reasonCode" text, serials jsonb)
        left join lot t on t.item_id = e."itemId" and t.code = e."lotCode"
      )) as position`,
  );
  const lastMoveId = reached?.position ?? 0;
  return { firstMoveId: lastMoveId - legs.length + 1, lastMoveId };
}

/** Both legs of each move of a batch, in the batch's order. */
export async function readRecordedMoves(
  db: Db,
  { warehouseId, recordedBy, moves }: Recording,
): Promise<StockMoveRow[]> {
  return rowsOf<StockMoveRow>(
    db,
    sql`select ${moveColumns}
        from stock_move m
        join unnest(${moves.map((move) => move.externalId)}::text[])
          with ordinality as asked(external_id, position) on asked.external_id = m.external_id
        where m.warehouse_id = ${warehouseId} and m.recorded_by = ${recordedBy}
        order by asked.position, m.leg`,
  );
}

async function insertLots(db: Db, lots: StockMovePlan["newLots"]): Promise<void> {
  if (lots.length === 0) return;
  await sql`
    insert into lot (item_id, code, expires_on)
    select * from unnest(${lots.map((lot) => lot.itemId)}::bigint[],
                         ${lots.map((lot) => lot.code)}::text[],
                         ${lots.map((lot) => lot.expiresOn)}::date[]) as n(item_id, code, expires_on)
    order by n.item_id, n.code`.execute(db);
}

async function insertSerials(
  db: Db,
  legs: readonly Leg[],
  known: ReadonlySet<string>,
): Promise<void> {
  const named = legs.flatMap(({ itemId, serials }) =>
    serials.map((serial) => ({ itemId, serial })),
  );
  const unheardOf = named.filter(({ itemId, serial }) => !known.has(serialKey(itemId, serial)));
  if (unheardOf.length === 0) return;
  await sql`
    insert into serial_unit (item_id, serial)
    select distinct * from unnest(${unheardOf.map((unit) => unit.itemId)}::bigint[],
                                  ${unheardOf.map((unit) => unit.serial)}::text[])
      as n(item_id, serial)
    order by n.item_id, n.serial`.execute(db);
}
