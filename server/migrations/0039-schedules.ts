import { Migration } from "@mikro-orm/migrations";

/**
 * Counting as a routine: what is counted how often, on which days a site works and how much it bears, and
 * which counts were made of it. A place that is due is planned once, by however many servers.
 */
export class Migration0039Schedules extends Migration {
  override up(): void {
    this.addSql(`
      create table planning_policy (
        warehouse_id integer primary key references warehouse,
        -- 1 for Monday to 7 for Sunday.
        work_days integer[] not null
          check (cardinality(work_days) > 0 and work_days <@ array[1, 2, 3, 4, 5, 6, 7]),
        lines_a_day integer check (lines_a_day > 0),
        window_days integer not null check (window_days between 0 and 30),
        runs_at text not null check (runs_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        triggers text[] not null check (triggers <@
          array['BIN_EMPTIED', 'BIN_NEGATIVE', 'SHORT_PICK', 'AFTER_VARIANCE', 'ACCURACY_BELOW']),
        accuracy_below numeric(6, 3) check (accuracy_below between 0 and 100),
        changed_by text not null,
        changed_at timestamptz(3) not null
      );

      create table holiday (
        warehouse_id integer not null references warehouse,
        day date not null,
        name text not null check (name <> ''),
        primary key (warehouse_id, day)
      );

      create table schedule (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        name text not null check (name <> ''),
        cadence_kind text not null check (cadence_kind in
          ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'EVERY_N_DAYS')),
        cadence_days integer check (cadence_days between 1 and 1000),
        starts_on date not null,
        lead_days integer not null check (lead_days between 0 and 30),
        scope jsonb not null,
        -- How the counts are made: type, blind, people, notes, whether they start by themselves.
        settings jsonb not null,
        owner_id text,
        is_active boolean not null default true,
        created_by text not null,
        created_at timestamptz(3) not null,
        primary key (warehouse_id, id),
        check ((cadence_kind = 'EVERY_N_DAYS') = (cadence_days is not null))
      );
      create unique index schedule_name on schedule (warehouse_id, name) where is_active;

      create table planning_run (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        kind text not null check (kind in ('CLOCK', 'ASKED')),
        run_on date not null,
        made_by text,
        made_at timestamptz(3) not null,
        primary key (warehouse_id, id),
        check ((kind = 'ASKED') = (made_by is not null))
      );
      -- The clock of every server says that it is time; one of them runs.
      create unique index planning_run_of_the_day on planning_run (warehouse_id, run_on)
        where kind = 'CLOCK';

      create table due_count (
        warehouse_id integer not null,
        id bigint generated always as identity,
        schedule_id bigint not null,
        -- Null where the schedule chooses among all of its scope.
        location_id bigint,
        due_on date not null,
        planned_on date not null,
        -- Again where the count that had it was cancelled, or left it out.
        attempt integer not null default 0,
        lines integer not null,
        run_id bigint not null,
        session_id bigint not null,
        primary key (warehouse_id, id),
        constraint due_count_once unique nulls not distinct
          (warehouse_id, schedule_id, location_id, due_on, attempt),
        foreign key (warehouse_id, schedule_id) references schedule (warehouse_id, id),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id),
        foreign key (warehouse_id, run_id) references planning_run (warehouse_id, id),
        -- Made before its session is known, in the same transaction.
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id)
          deferrable initially deferred
      );
      create index due_count_session on due_count (warehouse_id, session_id);

      create table moved_count (
        warehouse_id integer not null,
        schedule_id bigint not null,
        location_id bigint,
        due_on date not null,
        moved_to date not null,
        moved_by text not null,
        moved_at timestamptz(3) not null,
        constraint moved_count_once unique nulls not distinct
          (warehouse_id, schedule_id, location_id, due_on),
        foreign key (warehouse_id, schedule_id) references schedule (warehouse_id, id)
      );

      create table count_trigger (
        warehouse_id integer not null,
        id bigint generated always as identity,
        kind text not null check (kind in
          ('BIN_EMPTIED', 'BIN_NEGATIVE', 'SHORT_PICK', 'AFTER_VARIANCE', 'ACCURACY_BELOW')),
        location_id bigint not null,
        -- What set it off: the number of a move, a posting or a count.
        cause_id bigint not null,
        happened_at timestamptz(3) not null,
        noted_at timestamptz(3) not null,
        session_id bigint,
        primary key (warehouse_id, id),
        constraint count_trigger_once unique (warehouse_id, kind, location_id, cause_id),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id)
      );
      create index count_trigger_waiting on count_trigger (warehouse_id) where session_id is null;

      -- How far the ledger was read for what sets off a count.
      create table trigger_head (
        warehouse_id integer primary key references warehouse,
        last_move_id bigint not null,
        -- What was posted or completed before sets nothing off.
        since timestamptz(3) not null
      );
      create index count_session_completed on count_session (warehouse_id, completed_at)
        where status = 'POSTED';
    `);
  }
}
