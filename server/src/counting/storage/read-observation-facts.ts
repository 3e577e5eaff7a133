import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import {
  lineKey,
  type AskedObservation,
  type CountedItem,
  type LineName,
  type ObservationFacts,
} from "../domain/asked-observation.ts";
import { observationKey } from "../domain/observation.ts";
import { optionDefaults } from "../domain/options.ts";
import { isLook } from "../domain/rounds-of-line.ts";
import type { SessionRow } from "../domain/rows.ts";
import type { PlacedObservation } from "../domain/standing-by-line.ts";
import type { ObservationMode } from "../domain/words.ts";
import {
  countedLineColumns,
  countedLineOf,
  type CountedLine,
  type CountedLineRow,
} from "./counted-line.ts";
import { lineOf } from "./line-of.ts";
import { idsOfNamed } from "./named-lines.ts";

/** What the decision on a batch needs, and what its lines' entries are so far. */
export interface StoredFacts extends ObservationFacts {
  lines: ReadonlyMap<number, CountedLine>;
  /** The running generation's entries of these lines. */
  standing: readonly PlacedObservation[];
}

/**
 * Everything in one statement, because all other entries of the session wait for the lock under which
 * it runs. Every look-up is by key from the batch's own rows, so that the plan is right whatever the
 * planner knows of the tables.
 */
export async function readObservationFacts(
  db: Db,
  session: SessionRow,
  receivedAt: Date,
  batch: readonly AskedObservation[],
): Promise<StoredFacts> {
  return factsOf(await readFound(db, session, batch), session, receivedAt);
}

/** What was found, as the session's law reads it. */
export function factsOf(found: Found, session: SessionRow, receivedAt: Date): StoredFacts {
  const counters = Map.groupBy(found.standing.filter(isLookOf), ({ lineId }) => lineId);
  const lines = new Map(
    found.lines.map((line) => [line.id, countedLineOf(line, counters.get(line.id) ?? [])]),
  );
  return {
    receivedAt,
    session,
    options: session.options ?? optionDefaults,
    items: new Map(found.items.map(({ id, ...item }) => [id, itemOf(item)])),
    locations: new Map(found.locations.map(({ id, ...location }) => [id, location])),
    lines,
    recorded: new Map(
      found.recorded.map(({ fingerprint, lineId, round, ...key }) => [
        observationKey(key),
        { fingerprint, line: lines.get(lineId ?? 0) ?? null, round },
      ]),
    ),
    standing: found.standing.map((row) => placedOf(row, session, lines)),
  };
}

const isLookOf = ({ mode }: FoundEntry) => isLook(mode);

interface FoundItem extends Omit<CountedItem, "packFactors"> {
  packs: Record<string, string> | null;
}

interface FoundEntry {
  lineId: number | null;
  round: number;
  externalId: string;
  actorId: string;
  mode: ObservationMode;
  quantity: string | null;
  serials: string[];
  countedAt: string;
  receivedAt: string;
  isTimeKnown: boolean;
  voidsActorId: string | null;
  voidsExternalId: string | null;
}

export interface Found {
  recorded: {
    actorId: string;
    externalId: string;
    fingerprint: string;
    lineId: number | null;
    round: number;
  }[];
  lines: CountedLineRow[];
  items: ({ id: number } & FoundItem)[];
  locations: { id: number; code: string; isActive: boolean }[];
  standing: FoundEntry[];
}

/** Needs no more of the session than its name: it may be sent right behind the lock. */
export async function readFound(
  db: Db,
  { warehouseId, id }: Pick<SessionRow, "warehouseId" | "id">,
  batch: readonly AskedObservation[],
): Promise<Found> {
  const keys = batch.flatMap((one) => (one.voids ? [one, one.voids] : [one]));
  const found = await firstRowOf<Found>(
    db,
    sql`/* prepare observation_facts */
    with session as (
      select generation from count_session where warehouse_id = ${warehouseId} and id = ${id}
    ), asked as (
      select distinct * from unnest(${keys.map((one) => one.actorId)}::text[],
                                    ${keys.map((one) => one.externalId)}::text[])
        as k(actor_id, external_id)
    ), recorded as (
      select o.* from asked k
      cross join lateral (
        select e.recorded_by, e.external_id, e.request_hash, e.session_id,
          -- An entry that nobody knew has the line of its match.
          coalesce(e.line_id, (
            select m.line_id from observation m
            where m.warehouse_id = e.warehouse_id and m.recorded_by = e.recorded_by
              and m.matches_external_id = e.external_id)) as line_id,
          coalesce((
            select m.round from observation m
            where e.line_id is null and m.warehouse_id = e.warehouse_id
              and m.recorded_by = e.recorded_by and m.matches_external_id = e.external_id),
            e.round) as round
        from observation e
        where e.warehouse_id = ${warehouseId} and e.recorded_by = k.actor_id
          and e.external_id = k.external_id limit 1
      ) o
    ), line_id as (
      select unnest(${present(batch.map(({ lineId }) => lineId))}::bigint[]) as id
      union select line_id from recorded where session_id = ${id}
      union ${idsOfNamed(warehouseId, id, batch.flatMap(nameOf))}
    ), line as (
      select ${countedLineColumns}
      from line_id k
      cross join lateral ${lineOf(sql`${warehouseId}::int`, sql`k.id`)} l
      left join lot t on t.id = l.lot_id
      where l.session_id = ${id}
    ), entry as (
      select o.* from line
      cross join lateral (
        select * from observation
        where warehouse_id = ${warehouseId} and line_id = line.id and generation = (select generation from session)
        offset 0
      ) o
      union all
      select early.* from observation early
      where early.warehouse_id = ${warehouseId} and early.session_id = ${id}
        and early.mode = 'VOID' and early.line_id is null and early.generation = (select generation from session)
        and ((early.voids_recorded_by, early.voids_external_id) in (select * from asked)
          or exists (
            select 1 from observation target join line on line.id = target.line_id
            where target.warehouse_id = ${warehouseId}
              and target.recorded_by = early.voids_recorded_by
              and target.external_id = early.voids_external_id))
    )
    select
      (select coalesce(json_agg(r), '[]') from (
        select recorded_by as "actorId", external_id as "externalId",
          encode(request_hash, 'hex') as fingerprint, line_id as "lineId", round
        from recorded) r) as recorded,
      (select coalesce(json_agg(line), '[]') from line) as lines,
      (select coalesce(json_agg(r), '[]') from (
        select i.id, i.unit_code as "unitCode", u.decimals, i.tracking,
          exists (select 1 from item_warehouse w
            where w.item_id = i.id and w.warehouse_id = ${warehouseId}) as "isAssignedHere",
          (select json_object_agg(p.unit_code, p.factor::text) from item_pack p
            where p.item_id = i.id) as packs
        from (
          select "itemId" as id from line
          union select unnest(${present(batch.map(({ itemId }) => itemId))}::bigint[])
        ) k
        cross join lateral (select * from item where id = k.id limit 1) i
        join unit u on u.code = i.unit_code) r) as items,
      (select coalesce(json_agg(r), '[]') from (
        select l.id, l.code, l.is_active as "isActive"
        from unnest(${present(batch.map(({ locationId }) => locationId))}::bigint[]) as k(id)
        cross join lateral (
          select * from location where warehouse_id = ${warehouseId} and id = k.id limit 1
        ) l) r) as locations,
      (select coalesce(json_agg(r), '[]') from (
        select line_id as "lineId", round, coalesce(matches_external_id, external_id) as "externalId",
          recorded_by as "actorId", mode,
          quantity::text, serials, counted_at as "countedAt", received_at as "receivedAt",
          (time_source = 'WRITTEN' or clock_offset_ms is not null) as "isTimeKnown",
          voids_recorded_by as "voidsActorId", voids_external_id as "voidsExternalId"
        from entry where outcome = 'RECORDED') r) as standing`,
  );
  return found as Found;
}

/** The line that an entry tells by item and place. */
function nameOf({ mode, lineId, itemId, locationId, lotCode, stockStatus }: AskedObservation) {
  if (mode === "VOID" || lineId !== undefined || itemId == null || locationId == null) return [];
  const name: LineName = { itemId, locationId, lotCode, stockStatus };
  return [name];
}

function itemOf({ packs, ...item }: FoundItem): CountedItem {
  const factors = Object.entries(packs ?? {});
  return {
    ...item,
    packFactors: new Map(factors.map(([unit, factor]) => [unit, new Decimal(factor)])),
  };
}

function placedOf(
  row: FoundEntry,
  { startedAt }: SessionRow,
  lines: StoredFacts["lines"],
): PlacedObservation {
  const line = lines.get(row.lineId ?? 0);
  return {
    line: line ? lineKey(line) : null,
    round: row.round,
    externalId: row.externalId,
    actorId: row.actorId,
    mode: row.mode,
    quantity: row.quantity === null ? null : new Decimal(row.quantity),
    serials: row.serials,
    countedAt: new Date(row.countedAt),
    gap:
      row.isTimeKnown || !startedAt ? null : { after: startedAt, until: new Date(row.receivedAt) },
    voids:
      row.voidsActorId === null || row.voidsExternalId === null
        ? null
        : { actorId: row.voidsActorId, externalId: row.voidsExternalId },
  };
}

function present(ids: readonly (number | null | undefined)[]): number[] {
  return [...new Set(ids.filter((id) => id != null))];
}
