import { Migration } from "@mikro-orm/migrations";

/**
 * An entry costs what it must. Both foreign keys to the session were asked row by row, for a session
 * that the same transaction holds locked and that nobody may delete: `verify` asks instead. And as no
 * index depends on what a count changes in its lines any more, their new versions stay on the page of
 * the old, where some room is kept for them.
 */
export class Migration0011CheapEntries extends Migration {
  override up(): void {
    this.addSql(`
      alter table observation drop constraint observation_warehouse_id_session_id_fkey;
      alter table session_event drop constraint session_event_warehouse_id_session_id_fkey;
      drop index count_line_different;
      alter table count_line set (fillfactor = 80);
    `);
  }
}
