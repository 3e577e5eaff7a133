import { sql } from "../../database/db.ts";
import type { LineName } from "../domain/asked-observation.ts";
import type { RoundsOfLine } from "../domain/rounds-of-line.ts";

/** A line as far as entries need it: its name, its number, and what the session's counters say of it. */
export interface CountedLine extends LineName {
  id: number;
  lotId: number | null;
  state: string;
  isDifferent: boolean;
  version: number;
  isPosted: boolean;
  standingRound: number;
  /** Null for the many lines of one round. */
  rounds: RoundsOfLine | null;
}

/** Without who counted in which round: that is told by the line's entries. */
export type CountedLineRow = Omit<CountedLine, "rounds"> & {
  rounds: { askedAt: (string | Date)[]; isChosen: boolean } | null;
};

/** Of a count_line `l` and its lot `t`. */
export const countedLineColumns = sql`l.id, l.item_id as "itemId", l.location_id as "locationId",
  l.lot_id as "lotId", t.code as "lotCode", l.stock_status as "stockStatus", l.state,
  coalesce(l.quantity_variance, 0) <> 0 as "isDifferent", l.version,
  not l.is_active as "isPosted", l.standing_round as "standingRound",
  case when l.round > 1 then (
    select json_build_object('askedAt', json_agg(r.asked_at order by r.round),
      'isChosen', l.recount = 'CHOSEN')
    from line_round r
    join count_session s on s.warehouse_id = r.warehouse_id and s.id = r.session_id
      and s.generation = r.generation
    where r.warehouse_id = l.warehouse_id and r.line_id = l.id and r.round > 1
  ) end as rounds`;

export function countedLineOf(
  { rounds, ...line }: CountedLineRow,
  counters: RoundsOfLine["counters"],
): CountedLine {
  if (!rounds) return { ...line, rounds: null };
  const askedAt = rounds.askedAt.map((instant) => new Date(instant));
  return { ...line, rounds: { askedAt, counters, isChosen: rounds.isChosen } };
}
