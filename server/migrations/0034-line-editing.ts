import { Migration } from "@mikro-orm/migrations";

/**
 * Who writes into which line at this moment. It is of the moment: nothing rests on it, and after a
 * crash nobody writes. That is why its writes need no log.
 */
export class Migration0034LineEditing extends Migration {
  override up(): void {
    this.addSql(`
      create unlogged table line_editing (
        warehouse_id integer not null,
        session_id bigint not null,
        user_id text not null,
        line_id bigint not null,
        part text not null check (part in ('FOUND', 'INVESTIGATION')),
        expires_at timestamptz(3) not null,
        primary key (warehouse_id, session_id, user_id)
      );
    `);
  }
}
