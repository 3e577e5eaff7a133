import type pg from "pg";
import { secondsOf } from "./figure.ts";

/**
 * The same work as hand-written SQL, on copies of the tables with the same indexes and statistics:
 * what differs is appended to the ledger and added to stock, each line is written down as posted and
 * closed. It asks nothing: no digest, no refusals, no fence but the index, no other counts.
 */
export async function postByHand(owner: pg.Client): Promise<{ post(): Promise<number> }> {
  for (const table of ["quant", "stock_move", "count_line", "posting_line"]) {
    await owner.query(`create table bare_${table} (like ${table} including all)`);
    const columns = await columnsOf(owner, table);
    await owner.query(
      `insert into bare_${table} (${columns}) overriding system value select ${columns} from ${table}`,
    );
    await owner.query(`vacuum analyze bare_${table}`);
  }
  await owner.query(`alter table bare_stock_move add foreign key (warehouse_id, quant_id)
    references bare_quant (warehouse_id, id)`);
  const post = async () => {
    await owner.query("begin");
    for (const statement of statements) await owner.query(statement);
    await owner.query("commit");
  };
  return {
    post: async () => {
      const seconds = await secondsOf(post);
      for (const statement of undo) await owner.query(statement);
      return seconds;
    },
  };
}

const session = "(select id from count_session where count_type = 'FULL')";

const statements = [
  `insert into bare_posting_line (warehouse_id, posting_id, line_id, quantity_counted,
     quantity_expected, quantity_delta, unit_cost, currency, counted_at)
   select warehouse_id, 1, id, quantity_counted, quantity_expected, quantity_variance, unit_cost,
     currency, window_last_at
   from bare_count_line where session_id = ${session} and state = 'COUNTED'`,
  `insert into bare_stock_move (warehouse_id, id, quant_id, kind, quantity, effective_at, recorded_at,
     recorded_by, external_id, leg, request_hash, reason_code)
   select l.warehouse_id, 10000000 + row_number() over (order by l.id), q.id, 'COUNT_ADJUSTMENT',
     l.quantity_variance, l.window_last_at, now(), 'bench', 'bare ' || l.id, 0, '', 'stock_count'
   from bare_count_line l
   join bare_quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
     and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
     and q.status = l.stock_status
   where l.session_id = ${session} and l.quantity_variance <> 0`,
  `update bare_quant q set quantity_on_hand = q.quantity_on_hand + m.quantity,
     last_moved_at = greatest(q.last_moved_at, m.effective_at)
   from bare_stock_move m
   where m.id > 10000000 and q.warehouse_id = m.warehouse_id and q.id = m.quant_id`,
  `update bare_count_line set is_active = false, version = version + 1
   where session_id = ${session} and state = 'COUNTED'`,
];

const undo = [
  `update bare_count_line set is_active = true where session_id = ${session}`,
  `update bare_quant q set quantity_on_hand = q.quantity_on_hand - m.quantity from bare_stock_move m
   where m.id > 10000000 and q.warehouse_id = m.warehouse_id and q.id = m.quant_id`,
  "delete from bare_stock_move where id > 10000000",
  "delete from bare_posting_line",
  "vacuum bare_count_line, bare_quant, bare_stock_move, bare_posting_line",
];

async function columnsOf(owner: pg.Client, table: string): Promise<string> {
  const { rows } = await owner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return rows[0]?.columns ?? "";
}
