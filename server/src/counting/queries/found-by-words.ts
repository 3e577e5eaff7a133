import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { likePattern, wordsOf } from "../../shared/filters.ts";
import type { LineConditions, SessionKey } from "./list-lines.ts";

/** Every word must be found: in the item, the place or the lot, or as a whole serial of the count. */
export function foundByWords(
  { warehouseId, id: sessionId }: SessionKey,
  { search, isLatestRoundOnly = false, seesSecondSerials = false }: LineConditions,
): RawBuilder<unknown>[] {
  return wordsOf(search).map((word) => {
    const pattern = likePattern(word);
    return sql`(
      l.item_id in (
        select f.id from item f where lower(f.sku || ' ' || f.description) like ${pattern})
      or l.location_id in (
        select f.id from location f
        where f.warehouse_id = ${warehouseId} and lower(f.code || ' ' || f.name) like ${pattern})
      or l.lot_id in (select f.id from lot f where lower(f.code) like ${pattern})
      or ${isLatestRoundOnly ? sql`l.round = 1 and` : sql``} l.id in (
        select f.line_id from count_line_piece f
        where f.warehouse_id = ${warehouseId} and f.session_id = ${sessionId}
          and f.is_found and lower(f.serial) = lower(${word}))
      ${isLatestRoundOnly ? foundInRound(word) : sql``}
      ${seesSecondSerials ? foundBySecondSerial(warehouseId, sessionId, word) : sql``}
    )`;
  });
}

const foundInRound = (word: string) => sql`
  or exists (select from unnest(l.serials) s where lower(s) = lower(${word}))`;

const foundBySecondSerial = (warehouseId: number, sessionId: number, word: string) => sql`
  or l.id in (
    select f.line_id from serial_unit u
    join count_line_piece f on f.warehouse_id = ${warehouseId} and f.session_id = ${sessionId}
      and f.item_id = u.item_id and f.serial = u.serial
    where u.serial2 = ${word})`;
