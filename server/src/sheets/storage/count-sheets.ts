import type { RawBuilder } from "kysely";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { linesAtMost, type AskedSheet, type CountSheetRow } from "../domain/count-sheet.ts";

export interface SessionKey {
  warehouseId: number;
  sessionId: number;
}

/** An entry `o` that stands: nobody has taken it back, and no reset lies behind it. */
export const standsFromSheet = sql`o.mode in ('ADD', 'REPLACE', 'VERIFY')
  and o.generation = (
    select c.generation from count_session c
    where c.warehouse_id = o.warehouse_id and c.id = o.session_id)
  and not exists (
    select from observation v
    where v.warehouse_id = o.warehouse_id and v.line_id = o.line_id and v.mode = 'VOID'
      and v.voids_recorded_by = o.recorded_by
      and v.voids_external_id = coalesce(o.matches_external_id, o.external_id))`;

const sheetColumns = sql`s.warehouse_id as "warehouseId", s.id, s.session_id as "sessionId", s.number,
  s.location_id as "locationId", s.claimed_by as "claimedById", s.is_rest_only as "isRestOnly",
  s.shows_books as "showsBooks", s.printed_by as "printedById", s.printed_at as "printedAt",
  cardinality(s.line_ids) as "linesTotal", (
    select count(distinct o.line_id)::int from observation o
    where o.warehouse_id = s.warehouse_id and o.sheet_id = s.id and o.line_id = any (s.line_ids)
      and ${standsFromSheet}) as "linesEntered"`;

function sheetsWhere(db: Db, condition: RawBuilder<unknown>, atMost = 1): Promise<CountSheetRow[]> {
  return rowsOf(
    db,
    sql<CountSheetRow>`select ${sheetColumns} from count_sheet s where ${condition}
      order by s.number desc limit ${atMost}`,
  );
}

/** The latest first. */
export function readSheets(
  db: Db,
  { warehouseId, sessionId }: SessionKey,
  atMost: number,
): Promise<CountSheetRow[]> {
  const ofSession = sql`s.warehouse_id = ${warehouseId} and s.session_id = ${sessionId}`;
  return sheetsWhere(db, ofSession, atMost);
}

export async function findSheet(
  db: Db,
  warehouseId: number,
  id: number,
): Promise<CountSheetRow | null> {
  const [sheet] = await sheetsWhere(db, sql`s.warehouse_id = ${warehouseId} and s.id = ${id}`);
  return sheet ?? null;
}

export async function findSheetByNumber(
  db: Db,
  { warehouseId, sessionId }: SessionKey,
  number: number,
): Promise<CountSheetRow | null> {
  const ofSession = sql`s.warehouse_id = ${warehouseId} and s.session_id = ${sessionId}`;
  const [sheet] = await sheetsWhere(db, sql`${ofSession} and s.number = ${number}`);
  return sheet ?? null;
}

export async function countSheets(db: Db, { warehouseId, sessionId }: SessionKey): Promise<number> {
  const row = await firstRowOf<{ sheets: number }>(
    db,
    sql`select count(*)::int as sheets from count_sheet
        where warehouse_id = ${warehouseId} and session_id = ${sessionId}`,
  );
  return row?.sheets ?? 0;
}

/**
 * The place of a line `l` is somebody's: he is there, or it is his part of the work and nobody else is there.
 * Whoever counts on paper has no device that would claim it.
 */
const isPlaceOf = (userId: string, now: Date) => {
  const claims = sql`select from location_claim c
    where c.warehouse_id = l.warehouse_id and c.session_id = l.session_id
      and c.location_id = l.location_id and c.expires_at > ${now}`;
  return sql`exists (${claims} and c.user_id = ${userId})
    or exists (select from location_share h
      where h.warehouse_id = l.warehouse_id and h.session_id = l.session_id
        and h.location_id = l.location_id and h.user_id = ${userId})
      and not exists (${claims} and c.user_id <> ${userId} and c.purpose = 'COUNT')`;
};

/** In walking order, no more than a sheet holds, with how many there would be. */
export async function chooseLines(
  db: Db,
  { warehouseId, sessionId }: SessionKey,
  { locationId, claimedById, isRestOnly }: AskedSheet,
  now: Date,
): Promise<{ lineIds: string[]; lines: number }> {
  const within = locationId
    ? sql`and p.path like (select root.path || '%' from location root
        where root.warehouse_id = ${warehouseId} and root.id = ${locationId})`
    : sql``;
  const claimed = claimedById ? sql`and (${isPlaceOf(claimedById, now)})` : sql``;
  const rest = isRestOnly ? sql`and l.state <> 'COUNTED'` : sql``;
  const found = await firstRowOf<{ lineIds: string[]; lines: number }>(
    db,
    sql`with chosen as (
      select l.id, l.line_number from count_line l
      join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
      where l.warehouse_id = ${warehouseId} and l.session_id = ${sessionId} ${within} ${claimed} ${rest}
    )
    select (select count(*)::int from chosen) as lines, array(
      select id from chosen order by line_number, id limit ${linesAtMost}) as "lineIds"`,
  );
  return found ?? { lineIds: [], lines: 0 };
}

/** Expects the session to be locked: the numbers of its sheets have no holes. */
export async function insertSheet(
  db: Db,
  { warehouseId, sessionId }: SessionKey,
  { locationId, claimedById, isRestOnly, showsBooks }: AskedSheet,
  { lineIds, by, at }: { lineIds: readonly string[]; by: string; at: Date },
): Promise<number> {
  const made = await firstRowOf<{ id: number }>(
    db,
    sql`insert into count_sheet (warehouse_id, session_id, number, location_id, claimed_by,
          is_rest_only, shows_books, printed_by, printed_at, line_ids)
        select ${warehouseId}, ${sessionId}, coalesce(max(s.number), 0) + 1, ${locationId}::bigint,
          ${claimedById}, ${isRestOnly}, ${showsBooks}, ${by}, ${at}::timestamptz,
          ${[...lineIds]}::bigint[]
        from count_sheet s
        where s.warehouse_id = ${warehouseId} and s.session_id = ${sessionId}
        returning id`,
  );
  if (!made) throw new Error("A sheet was not stored.");
  return Number(made.id);
}
