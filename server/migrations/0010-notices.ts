import { Migration } from "@mikro-orm/migrations";

/**
 * What somebody in charge should know though nobody is looking: numbered without a hole in each
 * warehouse, in the order of commits, and how far each person has read.
 */
export class Migration0010Notices extends Migration {
  override up(): void {
    this.addSql(`
      create table notice_head (
        warehouse_id integer primary key references warehouse,
        last_sequence bigint not null
      );

      create table notice (
        warehouse_id integer not null,
        sequence bigint not null,
        kind text not null,
        session_id bigint not null,
        happened_at timestamptz(3) not null,
        details jsonb not null,
        primary key (warehouse_id, sequence),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id)
      );

      create table notice_read (
        warehouse_id integer not null references warehouse,
        user_id text not null,
        sequence bigint not null,
        primary key (warehouse_id, user_id)
      );

      create trigger notice_append_only before update or delete or truncate on notice
        for each statement execute function refuse_rewrite();
    `);
  }
}
