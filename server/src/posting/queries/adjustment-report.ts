import type { RawBuilder } from "kysely";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { lineFacts, type Chosen } from "../storage/chosen-lines.ts";
import type { PostingKey } from "./posting.loader.ts";

export interface AdjustmentSum {
  lines: number;
  unitsIn: string;
  unitsOut: string;
  valueIn: string;
  valueOut: string;
  withoutCost: number;
}

export interface SumByReason extends AdjustmentSum {
  /** Null for lines of which nobody has said why they differ. */
  reasonCode: string | null;
  reasonName: string | null;
}

export interface SumByPlace extends AdjustmentSum {
  warehouseId: number;
  locationId: number;
}

/** Somebody who has put his name to lines of a posting. */
export interface SignatureRow {
  userId: string;
  lines: number;
  lastAt: Date | null;
}

const sums = sql`count(*)::int as lines,
  coalesce(sum(p.quantity_delta) filter (where p.quantity_delta > 0), 0) as "unitsIn",
  coalesce(- sum(p.quantity_delta) filter (where p.quantity_delta < 0), 0) as "unitsOut",
  coalesce(sum(p.quantity_delta * p.unit_cost) filter (where p.quantity_delta > 0), 0) as "valueIn",
  coalesce(- sum(p.quantity_delta * p.unit_cost) filter (where p.quantity_delta < 0), 0)
    as "valueOut",
  count(*) filter (where p.unit_cost is null)::int as "withoutCost"`;

const mostMoneyFirst = sql`sum(abs(p.quantity_delta * p.unit_cost)) desc nulls last, count(*) desc`;

const linesOf = ({ warehouseId, id }: PostingKey) => sql`posting_line p
  join count_line l on l.warehouse_id = p.warehouse_id and l.id = p.line_id
    and p.warehouse_id = ${warehouseId} and p.posting_id = ${id}`;

/** The last word on why a line differs. */
const reasonOf = (line: RawBuilder<unknown>) => sql`left join lateral (
    select v.reason_code from investigation v
    where v.warehouse_id = ${line}.warehouse_id and v.line_id = ${line}.id
    order by v.revision desc limit 1
  ) v on true
  left join variance_reason r on r.code = v.reason_code`;

/** Of lines that would change stock, by what is known by now about each. */
export function sumChosenByReason(db: Db, chosen: Chosen): Promise<SumByReason[]> {
  return rowsOf<SumByReason>(
    db,
    sql`select v.reason_code as "reasonCode", r.name as "reasonName", ${sums}
        from (
          select warehouse_id, id, delta as quantity_delta, unit_cost from ${lineFacts(chosen)} f
          where is_counted and not is_posted and delta <> 0
        ) p
        ${reasonOf(sql`p`)}
        group by v.reason_code, r.name
        order by ${mostMoneyFirst}, v.reason_code`,
  );
}

/** Of lines that changed stock, by what is known by now about each. */
export function sumByReason(db: Db, key: PostingKey): Promise<SumByReason[]> {
  return rowsOf<SumByReason>(
    db,
    sql`select v.reason_code as "reasonCode", r.name as "reasonName", ${sums}
        from ${linesOf(key)}
        ${reasonOf(sql`l`)}
        where p.quantity_delta <> 0
        group by v.reason_code, r.name
        order by ${mostMoneyFirst}, v.reason_code`,
  );
}

/** Of lines that changed stock, the places with the most money first. */
export function sumByPlace(db: Db, key: PostingKey, most: number): Promise<SumByPlace[]> {
  return rowsOf<SumByPlace>(
    db,
    sql`select l.warehouse_id as "warehouseId", l.location_id as "locationId", ${sums}
        from ${linesOf(key)}
        where p.quantity_delta <> 0
        group by l.warehouse_id, l.location_id
        order by ${mostMoneyFirst}, l.location_id limit ${most}`,
  );
}

/** Who has counted the lines, matches too: each for all that he had a part in. */
export function readCounters(db: Db, key: PostingKey): Promise<SignatureRow[]> {
  return rowsOf<SignatureRow>(
    db,
    sql`select c.user_id as "userId", count(*)::int as lines, max(p.counted_at) as "lastAt"
        from ${linesOf(key)}
        cross join lateral unnest(l.counter_ids) as c(user_id)
        group by c.user_id order by count(*) desc, c.user_id`,
  );
}

/** Who has said yes to the very numbers that were posted. */
export function readApprovers(db: Db, key: PostingKey): Promise<SignatureRow[]> {
  return rowsOf<SignatureRow>(
    db,
    sql`select a.approved_by as "userId", count(distinct p.line_id)::int as lines,
          max(a.approved_at) as "lastAt"
        from ${linesOf(key)}
        join posting o on o.warehouse_id = p.warehouse_id and o.id = p.posting_id
        join line_approval a on a.warehouse_id = p.warehouse_id and a.line_id = p.line_id
          and a.approved_at <= o.posted_at
          and a.numbers_digest = line_numbers_digest(p.quantity_counted, p.quantity_expected,
            p.unit_cost, p.currency)
        group by a.approved_by order by count(*) desc, a.approved_by`,
  );
}
