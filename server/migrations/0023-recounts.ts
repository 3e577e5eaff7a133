import { Migration } from "@mikro-orm/migrations";

/**
 * Counting again. A line that is asked for again gets a row for each of its rounds, the first
 * included, with what that round alone has come to; the line itself shows the round that stands.
 * Lines of one round, which are nearly all, have no row here and cost nothing.
 */
export class Migration0023Recounts extends Migration {
  override up(): void {
    this.addSql(`
      alter table count_line
        -- The latest that was asked for, and the one whose figures the line shows.
        add column round integer not null default 1,
        add column standing_round integer not null default 1,
        add column recount text
          check (recount in ('ASKED', 'AGREED', 'DISAGREED', 'EXHAUSTED', 'CHOSEN')),
        add check ((round > 1) = (recount is not null)),
        add check (standing_round between 1 and round);

      alter table count_session
        add column lines_recounted integer not null default 0,
        -- With which lines that match are drawn to be counted again; told to nobody who counts.
        add column control_seed uuid not null default gen_random_uuid();

      create table line_round (
        warehouse_id integer not null,
        line_id bigint not null,
        generation integer not null,
        round integer not null check (round > 0),
        session_id bigint not null,
        -- Why there is another round; of the first nobody asks.
        cause text check (cause in ('ASKED', 'OUT_OF_TOLERANCE', 'DISAGREEMENT', 'CONTROL')),
        asked_by text,
        asked_at timestamptz(3),
        reason text,
        assignee_id text,
        state text not null default 'NOT_VISITED'
          check (state in ('NOT_VISITED', 'COUNTED', 'SKIPPED', 'NOT_ACCESSIBLE')),
        quantity_counted numeric(20, 6),
        window_first_at timestamptz(3),
        window_last_at timestamptz(3),
        gap_after timestamptz(3),
        gap_until timestamptz(3),
        quantity_expected numeric(20, 6),
        quantity_variance numeric(20, 6),
        is_moved_during_count boolean not null default false,
        is_time_uncertain boolean not null default false,
        is_disputed boolean not null default false,
        counter_ids text[] not null default '{}',
        serials text[] not null default '{}',
        chosen_by text,
        chosen_at timestamptz(3),
        chosen_because text,
        primary key (warehouse_id, line_id, generation, round),
        foreign key (warehouse_id, line_id) references count_line (warehouse_id, id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        check ((round = 1) = (asked_at is null)),
        check ((state = 'COUNTED') = (quantity_counted is not null)),
        check ((state = 'COUNTED') = (quantity_expected is not null)),
        check ((chosen_at is null) = (chosen_by is null)),
        check ((chosen_at is null) = (chosen_because is null))
      );
      create unique index line_round_one_chosen on line_round (warehouse_id, line_id, generation)
        where chosen_at is not null;
      create index line_round_session on line_round (warehouse_id, session_id);

      -- What was asked for under which key, so that asking again asks nobody twice.
      create table recount_request (
        warehouse_id integer not null,
        asked_by text not null,
        key text not null check (key <> ''),
        session_id bigint not null,
        request_hash bytea not null,
        asked_at timestamptz(3) not null,
        line_ids bigint[] not null,
        -- How many lines that match were drawn with them.
        control_count integer not null,
        refused jsonb not null,
        primary key (warehouse_id, asked_by, key),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id)
      );
      create trigger recount_request_append_only
        before update or delete or truncate on recount_request
        for each statement execute function refuse_rewrite();
    `);
  }
}
