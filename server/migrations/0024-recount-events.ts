import { Migration } from "@mikro-orm/migrations";

/**
 * Which round a supervisor chose tells what the others found: it is kept from the blind. And what one
 * person should know, such as that he is asked to count again, is told to him alone, under numbers of
 * his own: those of a warehouse's notices would tell counters how much there is that is not for them.
 */
export class Migration0024RecountEvents extends Migration {
  override up(): void {
    this.addSql(`
      drop index session_event_hidden;
      create index session_event_hidden on session_event (warehouse_id, session_id, sequence)
        where kind in ('LINE_REEVALUATED', 'POSTING_MADE', 'POSTING_REVERSED', 'ROUND_CHOSEN');

      create table own_notice_head (
        warehouse_id integer not null references warehouse,
        user_id text not null,
        last_sequence bigint not null,
        read_sequence bigint not null default 0,
        primary key (warehouse_id, user_id),
        check (read_sequence between 0 and last_sequence)
      );
      create table own_notice (
        warehouse_id integer not null,
        user_id text not null,
        sequence bigint not null check (sequence > 0),
        kind text not null check (kind in ('RECOUNT_ASKED')),
        session_id bigint not null,
        happened_at timestamptz(3) not null,
        line_count integer not null check (line_count > 0),
        primary key (warehouse_id, user_id, sequence),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id)
      );
      create trigger own_notice_append_only before update or delete or truncate on own_notice
        for each statement execute function refuse_rewrite();
    `);
  }
}
