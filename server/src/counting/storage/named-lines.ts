import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import type { LineName } from "../domain/asked-observation.ts";

/** The names as rows `n`, in their order. */
export const named = (names: readonly LineName[]): RawBuilder<unknown> => sql`unnest(
  ${names.map((name) => name.itemId)}::bigint[], ${names.map((name) => name.locationId)}::bigint[],
  ${names.map((name) => name.lotCode)}::text[], ${names.map((name) => name.stockStatus)}::text[]
) with ordinality as n(item_id, location_id, lot_code, status, position)`;

/** The numbers of a session's lines that bear these names. */
export const idsOfNamed = (
  warehouseId: number,
  sessionId: number,
  names: readonly LineName[],
): RawBuilder<unknown> => sql`
  select l.id
  from ${named(names)}
  left join lot t on t.item_id = n.item_id and t.code = n.lot_code
  cross join lateral (
    select id from count_line
    where warehouse_id = ${warehouseId} and session_id = ${sessionId} and item_id = n.item_id
      and location_id = n.location_id and lot_id is not distinct from t.id
      and stock_status = n.status
    limit 1
  ) l
  where n.lot_code is null or t.id is not null`;
