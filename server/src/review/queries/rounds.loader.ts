import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { LineState } from "../../counting/domain/words.ts";
import type { RoundCause } from "../../counting/storage/open-rounds.ts";
import type { VerdictKey } from "./tolerance-verdict.loader.ts";

/** One round of a line, with what it alone has come to. */
export interface RoundRow extends VerdictKey {
  round: number;
  cause: RoundCause | null;
  askedById: string | null;
  askedAt: Date | null;
  reason: string | null;
  assigneeId: string | null;
  state: LineState;
  quantityCounted: string | null;
  quantityExpected: string | null;
  quantityVariance: string | null;
  windowFirstAt: Date | null;
  windowLastAt: Date | null;
  isMovedDuringCount: boolean;
  isTimeUncertain: boolean;
  isDisputed: boolean;
  serials: string[];
  counterIds: string[];
  /** Everybody who has looked for it, whoever its quantity is from. */
  lookedIds: string[];
  stands: boolean;
  chosenById: string | null;
  chosenAt: Date | null;
  chosenBecause: string | null;
}

const keyText = ({ warehouseId, lineId }: VerdictKey) => `${warehouseId}:${lineId}`;

/** The rounds of the lines of an answer, in their order; none of a line that nobody asked for again. */
export function createRoundsLoader(db: Db): DataLoader<VerdictKey, RoundRow[], string> {
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<RoundRow>(
        db,
        sql`select r.warehouse_id as "warehouseId", r.line_id as "lineId", r.round, r.cause,
              r.asked_by as "askedById", r.asked_at as "askedAt", r.reason,
              r.assignee_id as "assigneeId", r.state, r.quantity_counted as "quantityCounted",
              r.quantity_expected as "quantityExpected", r.quantity_variance as "quantityVariance",
              r.window_first_at as "windowFirstAt", r.window_last_at as "windowLastAt",
              r.is_moved_during_count as "isMovedDuringCount",
              r.is_time_uncertain as "isTimeUncertain", r.is_disputed as "isDisputed", r.serials,
              r.counter_ids as "counterIds", r.round = l.standing_round as stands,
              r.chosen_by as "chosenById", r.chosen_at as "chosenAt",
              r.chosen_because as "chosenBecause",
              array(select distinct o.recorded_by from observation o
                where o.warehouse_id = r.warehouse_id and o.line_id = r.line_id
                  and o.generation = r.generation and o.round = r.round
                  and o.mode in ('ADD', 'REPLACE', 'VERIFY')) as "lookedIds"
            from unnest(${keys.map((key) => key.warehouseId)}::int[],
                        ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, line_id)
            join count_line l on l.warehouse_id = k.warehouse_id and l.id = k.line_id
              and l.round > 1
            join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
            join line_round r on r.warehouse_id = l.warehouse_id and r.line_id = l.id
              and r.generation = s.generation
            order by r.round`,
      );
      const byLine = Map.groupBy(rows, keyText);
      return keys.map((key) => byLine.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );
}
