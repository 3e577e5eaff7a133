import { Migration } from "@mikro-orm/migrations";

/**
 * The ledger and its projection. Both are keyed by warehouse so that a cluster can keep one
 * warehouse on one node, and nothing here depends on a trigger.
 */
export class Migration0002Stock extends Migration {
  override up(): void {
    this.addSql(`
      create table quant (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        item_id bigint not null references item,
        location_id bigint not null,
        lot_id bigint references lot,
        status text not null default 'AVAILABLE'
          check (status in ('AVAILABLE', 'RESERVED', 'PICKED', 'INSTALLED', 'CONSIGNED', 'UNAVAILABLE')),
        quantity_on_hand numeric(20, 6) not null default 0,
        last_moved_at timestamptz(3),
        primary key (warehouse_id, id),
        constraint quant_what_is_where unique nulls not distinct
          (warehouse_id, item_id, location_id, lot_id, status),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id)
      );
      create index quant_location on quant (warehouse_id, location_id);
      create index quant_lot on quant (lot_id) where lot_id is not null;

      -- One row per warehouse: its lock orders the ledger, so the sequence is dense and in commit order.
      create table ledger_head (
        warehouse_id integer primary key references warehouse,
        last_move_id bigint not null default 0
      );

      create table serial_unit (
        id bigint generated always as identity primary key,
        item_id bigint not null references item,
        serial text not null check (serial <> ''),
        serial2 text,
        rfid_tag text unique,
        warehouse_id integer,
        quant_id bigint,
        unique (item_id, serial),
        foreign key (warehouse_id, quant_id) references quant (warehouse_id, id)
      );
      create index serial_unit_quant on serial_unit (warehouse_id, quant_id);
      create index serial_unit_serial2 on serial_unit (serial2) where serial2 is not null;

      -- id is the position in the warehouse's ledger. A move between places is two rows, out and in,
      -- that share their external id and differ in leg.
      create table stock_move (
        warehouse_id integer not null references warehouse,
        id bigint not null,
        quant_id bigint not null,
        kind text not null check (kind in ('RECEIPT', 'ISSUE', 'MOVE', 'COUNT_ADJUSTMENT', 'REVERSAL')),
        quantity numeric(20, 6) not null check (quantity <> 0),
        effective_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null,
        recorded_by text not null,
        external_id text not null check (external_id <> ''),
        leg smallint not null default 0,
        request_hash bytea not null,
        reference text,
        reason_code text,
        primary key (warehouse_id, id),
        constraint stock_move_once unique (warehouse_id, recorded_by, external_id, leg),
        foreign key (warehouse_id, quant_id) references quant (warehouse_id, id)
      );
      create index stock_move_quant_time on stock_move (warehouse_id, quant_id, effective_at, id) include (quantity);
      create index stock_move_time on stock_move (warehouse_id, effective_at, id);

      create table stock_move_serial (
        warehouse_id integer not null,
        move_id bigint not null,
        serial_unit_id bigint not null references serial_unit,
        primary key (warehouse_id, move_id, serial_unit_id),
        foreign key (warehouse_id, move_id) references stock_move (warehouse_id, id)
      );
      create index stock_move_serial_unit on stock_move_serial (serial_unit_id);

      create type stock_move_entry as (
        item_id bigint,
        location_id bigint,
        lot_id bigint,
        status text,
        kind text,
        quantity numeric,
        effective_at timestamptz,
        external_id text,
        leg smallint,
        request_hash bytea,
        reference text,
        reason_code text,
        serial_unit_ids bigint[]
      );

      -- The one door to stock. It runs with the owner's rights; the application's own role can read
      -- quants and moves but not write them, so no code path can change stock and leave no trace.
      -- Returns the position that the ledger has reached.
      -- Every statement starts from the entries and finds the rest by index. The planner is kept to that:
      -- of a warehouse that has just been opened it knows nothing, and would join by trying every pair.
      create function append_stock_moves(
        p_warehouse_id integer, p_recorded_by text, p_recorded_at timestamptz, p_entries stock_move_entry[]
      ) returns bigint
      language plpgsql security definer set search_path from current
        set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
      declare
        v_before bigint;
      begin
        -- Row lock first: whoever holds it is the only writer of this warehouse's ledger until commit.
        update ledger_head h set last_move_id = h.last_move_id + cardinality(p_entries)
          where h.warehouse_id = p_warehouse_id
          returning h.last_move_id - cardinality(p_entries) into v_before;
        if v_before is null then
          raise exception 'warehouse % has no ledger', p_warehouse_id;
        end if;

        insert into quant as q (warehouse_id, item_id, location_id, lot_id, status)
          select distinct p_warehouse_id, e.item_id, e.location_id, e.lot_id, e.status
          from unnest(p_entries) e
          on conflict on constraint quant_what_is_where do nothing;

        with appended as (
          insert into stock_move (warehouse_id, id, quant_id, kind, quantity, effective_at, recorded_at,
              recorded_by, external_id, leg, request_hash, reference, reason_code)
            select p_warehouse_id, v_before + e.position, q.id, e.kind, e.quantity, e.effective_at,
              p_recorded_at, p_recorded_by, e.external_id, e.leg, e.request_hash, e.reference, e.reason_code
            from unnest(p_entries) with ordinality as e(item_id, location_id, lot_id, status, kind, quantity,
              effective_at, external_id, leg, request_hash, reference, reason_code, serial_unit_ids, position)
            join quant q on q.warehouse_id = p_warehouse_id and q.item_id = e.item_id
              and q.location_id = e.location_id and q.lot_id is not distinct from e.lot_id and q.status = e.status
            returning quant_id, quantity, effective_at
        ), touched as (
          select a.quant_id, sum(a.quantity) as change, max(a.effective_at) as moved_at
          from appended a group by a.quant_id
        )
        update quant q
          set quantity_on_hand = q.quantity_on_hand + t.change,
              last_moved_at = greatest(q.last_moved_at, t.moved_at)
          from touched t
          where q.warehouse_id = p_warehouse_id and q.id = t.quant_id;

        insert into stock_move_serial (warehouse_id, move_id, serial_unit_id)
          select p_warehouse_id, v_before + e.position, s.serial_unit_id
          from unnest(p_entries) with ordinality as e(item_id, location_id, lot_id, status, kind, quantity,
            effective_at, external_id, leg, request_hash, reference, reason_code, serial_unit_ids, position),
            unnest(e.serial_unit_ids) as s(serial_unit_id);

        -- The last leg of the batch decides where a serial stands; leaving stock leaves it nowhere.
        update serial_unit u
          set warehouse_id = case when l.quantity > 0 then p_warehouse_id end,
              quant_id = case when l.quantity > 0 then l.quant_id end
          from (
            select distinct on (s.serial_unit_id) s.serial_unit_id, m.quant_id, m.quantity
            from unnest(p_entries) with ordinality as e(item_id, location_id, lot_id, status, kind, quantity,
              effective_at, external_id, leg, request_hash, reference, reason_code, serial_unit_ids, position)
            cross join unnest(e.serial_unit_ids) as s(serial_unit_id)
            join stock_move m on m.warehouse_id = p_warehouse_id and m.id = v_before + e.position
            order by s.serial_unit_id, e.position desc
          ) l
          where u.id = l.serial_unit_id;

        return v_before + cardinality(p_entries);
      end $$;

      -- Taken before the decision: nobody else writes this ledger until the transaction ends.
      create function lock_ledger(p_warehouse_id integer) returns bigint
      language sql security definer set search_path from current as $$
        select h.last_move_id from ledger_head h where h.warehouse_id = p_warehouse_id for update
      $$;

      -- What was on hand at an instant: one range of one index.
      create function quantity_at(p_warehouse_id integer, p_quant_id bigint, p_instant timestamptz)
      returns numeric language sql stable as $$
        select coalesce(sum(m.quantity), 0) from stock_move m
        where m.warehouse_id = p_warehouse_id and m.quant_id = p_quant_id and m.effective_at <= p_instant
      $$;

      -- Second belt where triggers are available: history is not edited, not even by the owner.
      create function refuse_rewrite() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
      end $$;
      create trigger stock_move_append_only before update or delete or truncate on stock_move
        for each statement execute function refuse_rewrite();
      create trigger stock_move_serial_append_only before update or delete or truncate on stock_move_serial
        for each statement execute function refuse_rewrite();
    `);
  }
}
