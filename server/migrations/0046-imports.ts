import { Migration } from "@mikro-orm/migrations";

/**
 * Files from outside: what was sent, how it is read, what is wrong with its rows, and what became of it.
 * The content stays until it is committed; then its hash says that it was here.
 */
export class Migration0046Imports extends Migration {
  override up(): void {
    this.addSql(`
      alter table job drop constraint job_kind_check;
      alter table job add constraint job_kind_check
        check (kind in ('POST_SESSION', 'ANALYSE_ABC', 'CHECK_IMPORT', 'COMMIT_IMPORT'));

      create table import (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        file_name text not null check (file_name <> ''),
        content bytea,
        content_hash bytea not null,
        byte_count integer not null check (byte_count > 0),
        row_count integer not null check (row_count > 0),
        layout jsonb not null,
        preview jsonb not null,
        kind text not null check (kind in ('COUNTS', 'ITEMS', 'LOCATIONS', 'OPENING_STOCK', 'MOVES')),
        mapping jsonb not null,
        replacements jsonb not null default '[]',
        -- Read with a mapping that somebody had used before.
        is_remembered boolean not null,
        -- Equal for equal content that is read in the same way.
        reading_hash bytea not null,
        state text not null default 'READ' check (state in ('READ', 'CHECKED', 'COMMITTED')),
        rows_ready integer,
        rows_blank integer,
        rows_wrong integer,
        -- Of what was found good: it is this that is committed, or nothing.
        plan_hash bytea,
        checked_at timestamptz(3),
        check_ms integer,
        uploaded_by text not null,
        uploaded_at timestamptz(3) not null,
        committed_by text,
        committed_at timestamptz(3),
        session_ids bigint[] not null default '{}',
        primary key (warehouse_id, id),
        check ((state = 'COMMITTED') = (content is null)),
        check ((state = 'COMMITTED') = (committed_at is not null)),
        check ((committed_by is null) = (committed_at is null)),
        check ((state = 'READ') = (plan_hash is null)),
        check ((state = 'READ') = (checked_at is null)),
        check (state = 'READ' or rows_ready + rows_blank + rows_wrong = row_count)
      );
      -- The same file, read in the same way, is committed once.
      create unique index import_committed_once on import (warehouse_id, reading_hash)
        where state = 'COMMITTED';

      create table import_error (
        warehouse_id integer not null,
        import_id bigint not null,
        position integer not null,
        row_number integer not null,
        field text,
        value text not null,
        code text not null,
        message text not null,
        suggestion text,
        primary key (warehouse_id, import_id, position),
        foreign key (warehouse_id, import_id) references import (warehouse_id, id) on delete cascade
      );

      -- How files with these headings were read the last time.
      create table import_mapping (
        warehouse_id integer not null references warehouse,
        header_signature text not null,
        kind text not null,
        mapping jsonb not null,
        replacements jsonb not null,
        used_by text not null,
        used_at timestamptz(3) not null,
        primary key (warehouse_id, header_signature)
      );
    `);
  }
}
