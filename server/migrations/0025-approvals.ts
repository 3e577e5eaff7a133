import { Migration } from "@mikro-orm/migrations";

/**
 * Approving. An approval keeps the numbers that it was given for, so that it can be said later what has
 * changed; a count knows how many of its approvals hold, so that entries of a count without any ask no
 * further. Rejections are of particular numbers too.
 */
export class Migration0025Approvals extends Migration {
  override up(): void {
    this.addSql(`
      alter table line_approval
        add column event_sequence bigint not null,
        add column quantity_counted numeric(20, 6) not null,
        add column quantity_expected numeric(20, 6) not null,
        add column unit_cost numeric(20, 6),
        add column currency char(3) not null,
        add column value_variance numeric(30, 12),
        -- By a person who may, where one person does all.
        add column is_own_count boolean not null default false,
        add column invalidated_by text,
        add check (invalidated_because in ('ENTRY_RECORDED', 'ENTRY_VOIDED', 'MOVED_LATE', 'COST_CHANGED',
          'COUNT_RESET', 'DISPUTED', 'COUNTED_BY_APPROVER', 'REJECTED'));
      create index line_approval_session
        on line_approval (warehouse_id, session_id, event_sequence);

      create table line_rejection (
        warehouse_id integer not null,
        id bigint generated always as identity,
        session_id bigint not null,
        line_id bigint not null,
        rejected_by text not null,
        rejected_at timestamptz(3) not null,
        reason text not null check (reason <> ''),
        event_sequence bigint not null,
        numbers_digest text not null,
        primary key (warehouse_id, id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, line_id) references count_line (warehouse_id, id)
      );
      create index line_rejection_line on line_rejection (warehouse_id, line_id);
      create index line_rejection_session
        on line_rejection (warehouse_id, session_id, event_sequence);
      create trigger line_rejection_append_only before update or delete or truncate on line_rejection
        for each statement execute function refuse_rewrite();
      create trigger line_approval_no_delete before delete or truncate on line_approval
        for each statement execute function refuse_rewrite();

      -- The most that one person approves in one count, in the money of the warehouse.
      create table approver_limit (
        warehouse_id integer not null references warehouse,
        user_id text not null references app_user on delete cascade,
        value_at_most numeric(20, 6) not null check (value_at_most >= 0),
        saved_by text not null,
        saved_at timestamptz(3) not null,
        primary key (warehouse_id, user_id)
      );

      alter table count_session add column approvals_standing integer not null default 0;

      -- What is approved, and what is not any more, tells of the books: it is kept from the blind.
      drop index session_event_hidden;
      create index session_event_hidden on session_event (warehouse_id, session_id, sequence)
        where kind in ('LINE_REEVALUATED', 'POSTING_MADE', 'POSTING_REVERSED', 'ROUND_CHOSEN',
          'LINES_APPROVED', 'LINES_REJECTED', 'APPROVAL_LOST');
    `);
  }
}
