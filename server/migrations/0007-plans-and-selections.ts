import { Migration } from "@mikro-orm/migrations";

/**
 * What a count was planned from, which of its lines somebody has chosen, and what became of entries
 * that nobody could place. Entries stay append-only: a match is an entry of its own that says which
 * one it stands for, and a dismissal a row beside it.
 */
export class Migration0007PlansAndSelections extends Migration {
  override up(): void {
    this.addSql(`
      -- The name stays with the count when the template is gone.
      alter table count_session
        add column template_id integer references count_template on delete set null,
        add column template_name text;
      create index count_session_template on count_session (template_id)
        where template_id is not null;

      create table line_selection (
        warehouse_id integer not null,
        token text not null check (token <> ''),
        session_id bigint not null,
        selected_by text not null,
        created_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        line_ids bigint[] not null,
        primary key (warehouse_id, token),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id)
      );
      create index line_selection_expiry on line_selection (expires_at);
      create index line_selection_person on line_selection (selected_by, created_at);

      alter table observation
        -- What an entry names that stands on no line of its own.
        add column item_id bigint references item,
        add column location_id bigint,
        add column stock_status text,
        -- The entry of the same person that this one gives a line.
        add column matches_external_id text,
        add column matched_by text,
        add column matched_at timestamptz(3),
        add constraint observation_match_whole check (
          (matches_external_id is null) = (matched_by is null)
          and (matches_external_id is null) = (matched_at is null)
          and (matches_external_id is null or line_id is not null));
      create unique index observation_matched_once
        on observation (warehouse_id, recorded_by, matches_external_id)
        where matches_external_id is not null;

      -- The events after which every line of a count is another.
      create index session_event_of_all_lines on session_event (warehouse_id, session_id, sequence)
        where kind in ('SESSION_STARTED', 'SESSION_RESET');

      create table observation_dismissal (
        warehouse_id integer not null,
        observation_id bigint not null,
        reason text not null check (reason <> ''),
        dismissed_by text not null,
        dismissed_at timestamptz(3) not null,
        primary key (warehouse_id, observation_id),
        foreign key (warehouse_id, observation_id) references observation (warehouse_id, id)
      );
      create trigger observation_dismissal_append_only
        before update or delete or truncate on observation_dismissal
        for each statement execute function refuse_rewrite();
    `);
  }
}
