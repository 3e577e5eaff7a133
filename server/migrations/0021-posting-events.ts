import { Migration } from "@mikro-orm/migrations";

/** That something was posted tells whoever counts blind that something differed: it is kept from them. */
export class Migration0021PostingEvents extends Migration {
  override up(): void {
    this.addSql(`
      drop index session_event_hidden;
      create index session_event_hidden on session_event (warehouse_id, session_id, sequence)
        where kind in ('LINE_REEVALUATED', 'POSTING_MADE', 'POSTING_REVERSED');
    `);
  }
}
