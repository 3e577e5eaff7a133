import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { optionDefaults } from "../domain/options.ts";
import type { SessionRow } from "../domain/rows.ts";
import {
  roundsAtMost,
  settleRounds,
  type RoundFinding,
  type SettledRounds,
} from "../domain/settle-rounds.ts";
import { expectationOf } from "./expectation.ts";

export interface SettledLine extends SettledRounds {
  lineId: number;
}

/** Asks the ledger again what each round of these lines should have found; answers with those it changed. */
export async function reevaluateRounds(
  db: Db,
  { warehouseId, generation }: SessionRow,
  lineIds: readonly number[],
): Promise<number[]> {
  const expectation = expectationOf({
    first: sql`r.window_first_at`,
    last: sql`r.window_last_at`,
    gapAfter: sql`r.gap_after`,
    gapUntil: sql`r.gap_until`,
  });
  const changed = await rowsOf<{ lineId: number }>(
    db,
    sql`with asked as (
          select r.warehouse_id, r.line_id, r.generation, r.round, e.*
          from unnest(${[...lineIds]}::bigint[]) as k(id)
          join count_line l on l.warehouse_id = ${warehouseId} and l.id = k.id
          join line_round r on r.warehouse_id = l.warehouse_id and r.line_id = l.id
            and r.generation = ${generation} and r.state = 'COUNTED'
          cross join lateral ${expectation} e
        )
        update line_round r
        set quantity_expected = a.quantity, quantity_variance = r.quantity_counted - a.quantity,
          is_moved_during_count = a.is_moved, is_time_uncertain = a.is_uncertain
        from asked a
        where r.warehouse_id = a.warehouse_id and r.line_id = a.line_id
          and r.generation = a.generation and r.round = a.round
          and (r.quantity_expected <> a.quantity or r.is_moved_during_count <> a.is_moved
            or r.is_time_uncertain <> a.is_uncertain)
        returning r.line_id as "lineId"`,
  );
  return [...new Set(changed.map(({ lineId }) => lineId))];
}

interface RoundRow {
  lineId: number;
  round: number;
  quantity: string | null;
  expected: string | null;
  serials: string[];
  isDoubtful: boolean;
  isChosen: boolean;
  isCountedByPiece: boolean;
}

/** Which round of each line stands now, by what the rounds have come to. */
export async function readSettled(
  db: Db,
  { warehouseId, generation, options }: SessionRow,
  lineIds: readonly number[],
): Promise<SettledLine[]> {
  const rows = await rowsOf<RoundRow>(
    db,
    sql`select r.line_id as "lineId", r.round, r.quantity_counted as quantity,
          r.quantity_expected as expected, r.serials,
          (r.is_disputed or r.is_moved_during_count or r.is_time_uncertain) as "isDoubtful",
          r.chosen_at is not null as "isChosen",
          i.tracking in ('SERIAL', 'RFID') as "isCountedByPiece"
        from unnest(${[...lineIds]}::bigint[]) as k(id)
        join line_round r on r.warehouse_id = ${warehouseId} and r.line_id = k.id
          and r.generation = ${generation}
        join count_line l on l.warehouse_id = r.warehouse_id and l.id = r.line_id
        join item i on i.id = l.item_id
        order by r.line_id, r.round`,
  );
  const atMost = roundsAtMost(options ?? optionDefaults);
  return [...Map.groupBy(rows, ({ lineId }) => lineId)].map(([lineId, rounds]) => {
    const isCountedByPiece = rounds.some((each) => each.isCountedByPiece);
    const settled = settleRounds(rounds.map(findingOf), { isCountedByPiece, roundsAtMost: atMost });
    return { lineId, ...settled };
  });
}

function findingOf({ round, quantity, expected, serials, ...row }: RoundRow): RoundFinding {
  const { isDoubtful, isChosen } = row;
  if (quantity === null || expected === null) return { round, found: null, isDoubtful, isChosen };
  const found = { quantity: new Decimal(quantity), expected: new Decimal(expected), serials };
  return { round, found, isDoubtful, isChosen };
}
