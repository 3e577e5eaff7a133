import { Migration } from "@mikro-orm/migrations";

/** Which round a supervisor chose tells what the others found: it is kept from the blind. */
export class Migration0024RecountEvents extends Migration {
  override up(): void {
    this.addSql(`
      drop index session_event_hidden;
      create index session_event_hidden on session_event (warehouse_id, session_id, sequence)
        where kind in ('LINE_REEVALUATED', 'POSTING_MADE', 'POSTING_REVERSED', 'ROUND_CHOSEN');
    `);
  }
}
