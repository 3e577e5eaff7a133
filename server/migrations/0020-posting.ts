import { Migration } from "@mikro-orm/migrations";

/**
 * From variance to stock: who approved which numbers, the batches that were posted, their lines with
 * the numbers they were posted with, and the moves of each line. The fence is `posting_line_once`: of
 * postings that race for a line one is stored, and it may be posted again only after it was taken back.
 */
export class Migration0020Posting extends Migration {
  override up(): void {
    this.addSql(`
      create table line_approval (
        warehouse_id integer not null,
        id bigint generated always as identity,
        session_id bigint not null,
        line_id bigint not null,
        approved_by text not null,
        approved_at timestamptz(3) not null,
        numbers_digest text not null,
        invalidated_at timestamptz(3),
        invalidated_because text,
        primary key (warehouse_id, id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, line_id) references count_line (warehouse_id, id),
        check ((invalidated_at is null) = (invalidated_because is null))
      );
      create unique index line_approval_once on line_approval (warehouse_id, line_id)
        where invalidated_at is null;
      create index line_approval_line on line_approval (warehouse_id, line_id);

      -- An approval is of these numbers and no others.
      create function line_numbers_digest(
        p_counted numeric, p_expected numeric, p_unit_cost numeric, p_currency text
      ) returns text language sql immutable as $$
        select encode(sha256(convert_to(trim_scale(p_counted)::text || '|' || trim_scale(p_expected)::text
          || '|' || coalesce(trim_scale(p_unit_cost)::text, '-') || '|' || p_currency, 'UTF8')), 'hex')
      $$;

      create table posting (
        warehouse_id integer not null,
        id bigint generated always as identity,
        session_id bigint not null,
        kind text not null check (kind in ('POSTING', 'REVERSAL')),
        digest text not null,
        posted_by text not null,
        posted_at timestamptz(3) not null,
        -- Of a reversal.
        reason text,
        reverses_id bigint,
        -- Which questions about its lines the person answered with yes.
        accepted text[] not null default '{}',
        line_count integer not null,
        adjusted_count integer not null,
        -- How far the ledger had come when it was decided.
        ledger_position bigint not null,
        primary key (warehouse_id, id),
        constraint posting_digest_once unique (warehouse_id, session_id, digest),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, reverses_id) references posting (warehouse_id, id),
        check ((kind = 'REVERSAL') = (reverses_id is not null)),
        check ((kind = 'REVERSAL') = (reason is not null))
      );
      create index posting_reverses on posting (warehouse_id, reverses_id)
        where reverses_id is not null;

      create table posting_line (
        warehouse_id integer not null,
        posting_id bigint not null,
        line_id bigint not null,
        quantity_counted numeric(20, 6) not null,
        quantity_expected numeric(20, 6) not null,
        -- What the posting changed: the variance, or of a reversal what takes it back.
        quantity_delta numeric(20, 6) not null,
        unit_cost numeric(20, 6),
        currency char(3) not null,
        counted_at timestamptz(3) not null,
        reverses_posting_id bigint,
        reversed_by_id bigint,
        primary key (warehouse_id, posting_id, line_id),
        check (reverses_posting_id is null or reversed_by_id is null),
        check (reverses_posting_id is not null or quantity_delta = quantity_counted - quantity_expected)
      );
      create unique index posting_line_once on posting_line (warehouse_id, line_id)
        where reverses_posting_id is null and reversed_by_id is null;

      create table posting_move (
        warehouse_id integer not null,
        move_id bigint not null,
        posting_id bigint not null,
        line_id bigint not null,
        -- It left a place that the posting has no line of.
        is_counterpart boolean not null default false,
        primary key (warehouse_id, move_id)
      );
      create index posting_move_line on posting_move (warehouse_id, posting_id, line_id);

      create trigger posting_append_only before update or delete or truncate on posting
        for each statement execute function refuse_rewrite();
      create trigger posting_move_append_only before update or delete or truncate on posting_move
        for each statement execute function refuse_rewrite();
      create trigger posting_line_no_delete before delete or truncate on posting_line
        for each statement execute function refuse_rewrite();
    `);
  }
}
