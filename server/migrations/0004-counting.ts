import { Migration } from "@mikro-orm/migrations";

/**
 * Counts: sessions, their lines, what people saw, and what happened, each keyed by warehouse. What
 * was seen and what happened is only ever appended; a line's counted and expected quantities are
 * projections that stand in the row because views and totals of 100,000 lines sort by them.
 */
export class Migration0004Counting extends Migration {
  override up(): void {
    this.addSql(`
      -- Options by their number or, where they never had one, by name; no warehouse is the company.
      create table option_value (
        id integer generated always as identity primary key,
        code text not null,
        warehouse_id integer references warehouse,
        value jsonb not null,
        changed_by text not null,
        changed_at timestamptz(3) not null,
        constraint option_value_once unique nulls not distinct (code, warehouse_id)
      );

      create table count_session (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        number integer not null,
        title text not null check (title <> ''),
        status text not null
          check (status in ('DRAFT', 'OPEN', 'PENDING_APPROVAL', 'PARTIAL', 'POSTED', 'CANCELLED')),
        is_submitted boolean not null default false,
        count_type text not null
          check (count_type in ('FULL', 'LOCATIONS', 'ITEMS', 'SUPPLIER', 'CATEGORY', 'FAST_MOVERS',
            'SLOW_MOVERS', 'LOW_VALUE', 'HIGH_VALUE', 'RANDOM', 'ABC')),
        scope jsonb not null,
        is_blind boolean not null,
        -- As they were when counting began: a change of the options does not reach a running count.
        options jsonb,
        deadline_at timestamptz(3),
        notes text,
        reference text,
        created_by text not null,
        created_at timestamptz(3) not null,
        started_at timestamptz(3),
        submitted_at timestamptz(3),
        submitted_by text,
        completed_at timestamptz(3),
        cancelled_at timestamptz(3),
        cancel_reason text,
        -- A reset begins a new generation: entries of an earlier one stay, and count no more.
        generation integer not null default 1,
        -- The position in the ledger that the snapshot contains.
        ledger_position bigint,
        -- Of the session's events: its row lock orders them.
        epoch uuid not null default gen_random_uuid(),
        sequence bigint not null default 0,
        lines_total integer not null default 0,
        lines_counted integer not null default 0,
        lines_skipped integer not null default 0,
        lines_not_accessible integer not null default 0,
        lines_different integer not null default 0,
        primary key (warehouse_id, id),
        unique (warehouse_id, number)
      );
      create index count_session_open on count_session (warehouse_id, status)
        where status in ('DRAFT', 'OPEN', 'PENDING_APPROVAL', 'PARTIAL');

      create table count_session_assignee (
        warehouse_id integer not null,
        session_id bigint not null,
        user_id text not null,
        primary key (warehouse_id, session_id, user_id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id)
      );

      create table count_template (
        id integer generated always as identity primary key,
        warehouse_id integer not null references warehouse,
        name text not null check (name <> ''),
        settings jsonb not null,
        created_by text not null,
        created_at timestamptz(3) not null,
        unique (warehouse_id, name)
      );

      create table count_line (
        warehouse_id integer not null,
        id bigint generated always as identity,
        session_id bigint not null,
        line_number integer not null,
        origin text not null check (origin in ('SNAPSHOT', 'DRIFT', 'FOUND')),
        item_id bigint not null references item,
        location_id bigint not null,
        lot_id bigint references lot,
        stock_status text not null default 'AVAILABLE',
        quantity_snapshot numeric(20, 6) not null,
        ledger_position bigint not null,
        snapshot_at timestamptz(3) not null,
        unit_cost numeric(20, 6),
        currency char(3) not null,
        -- Why it was chosen, for the types of count that choose; null where all in scope are counted.
        chosen_because jsonb,
        -- While its session runs: the ledger looks only at these.
        is_active boolean not null default true,
        -- Somebody decided that another session may count the same place at the same time.
        is_overlap_accepted boolean not null default false,
        state text not null default 'NOT_VISITED'
          check (state in ('NOT_VISITED', 'COUNTED', 'SKIPPED', 'NOT_ACCESSIBLE')),
        quantity_counted numeric(20, 6),
        window_first_at timestamptz(3),
        window_last_at timestamptz(3),
        gap_after timestamptz(3),
        gap_until timestamptz(3),
        quantity_expected numeric(20, 6),
        quantity_variance numeric(20, 6),
        value_variance numeric(30, 12),
        is_moved_during_count boolean not null default false,
        is_time_uncertain boolean not null default false,
        is_disputed boolean not null default false,
        counter_ids text[] not null default '{}',
        counted_by text,
        version integer not null default 1,
        primary key (warehouse_id, id),
        constraint count_line_once unique nulls not distinct
          (warehouse_id, session_id, item_id, location_id, lot_id, stock_status),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id),
        check ((state = 'COUNTED') = (quantity_counted is not null)),
        check ((state = 'COUNTED') = (quantity_expected is not null))
      );
      create index count_line_walk on count_line (warehouse_id, session_id, line_number);
      create index count_line_place on count_line (warehouse_id, item_id, location_id) where is_active;
      create index count_line_different on count_line (warehouse_id, session_id, line_number)
        where quantity_variance <> 0;
      create unique index count_line_counted_by_one_session on count_line
        (warehouse_id, item_id, location_id, lot_id, stock_status) nulls not distinct
        where is_active and not is_overlap_accepted;

      -- The pieces of a line: expected by the snapshot, found by the counters, or both.
      create table count_line_piece (
        warehouse_id integer not null,
        line_id bigint not null,
        session_id bigint not null,
        item_id bigint not null references item,
        serial text not null check (serial <> ''),
        is_expected boolean not null,
        is_found boolean not null default false,
        primary key (warehouse_id, line_id, serial),
        foreign key (warehouse_id, line_id) references count_line (warehouse_id, id)
      );
      create index count_line_piece_serial on count_line_piece (warehouse_id, session_id, item_id, serial);

      create table observation (
        warehouse_id integer not null,
        id bigint generated always as identity,
        session_id bigint not null,
        line_id bigint,
        generation integer not null,
        round integer not null default 1,
        external_id text not null check (external_id <> ''),
        recorded_by text not null,
        device_id text,
        mode text not null
          check (mode in ('ADD', 'REPLACE', 'VERIFY', 'SKIP', 'NOT_ACCESSIBLE', 'VOID')),
        quantity_typed numeric(20, 6),
        unit_code text,
        factor numeric(20, 6),
        quantity numeric(20, 6),
        serials text[] not null default '{}',
        lot_code text,
        raw_scan text,
        reason text,
        note text,
        voids_recorded_by text,
        voids_external_id text,
        time_source text not null check (time_source in ('DEVICE', 'WRITTEN')),
        claimed_at timestamptz(3) not null,
        clock_offset_ms bigint,
        counted_at timestamptz(3) not null,
        received_at timestamptz(3) not null,
        outcome text not null check (outcome in ('RECORDED', 'UNMATCHED', 'QUARANTINED')),
        request_hash bytea not null,
        primary key (warehouse_id, id),
        constraint observation_once unique (warehouse_id, recorded_by, external_id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, line_id) references count_line (warehouse_id, id)
      );
      create index observation_line on observation (warehouse_id, line_id, generation, round);
      create index observation_loose on observation (warehouse_id, session_id)
        where outcome <> 'RECORDED';

      create table session_event (
        warehouse_id integer not null,
        session_id bigint not null,
        sequence bigint not null,
        kind text not null,
        line_id bigint,
        actor_id text,
        happened_at timestamptz(3) not null,
        details jsonb,
        primary key (warehouse_id, session_id, sequence),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id)
      );

      update role set permissions = permissions || array['view:stock-count'];

      create trigger observation_append_only before update or delete or truncate on observation
        for each statement execute function refuse_rewrite();
      create trigger session_event_append_only before update or truncate on session_event
        for each statement execute function refuse_rewrite();
    `);
  }
}
