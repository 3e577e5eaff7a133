import { Migration } from "@mikro-orm/migrations";

/** What takes an entry back may arrive before it: few rows, which every entry of a count looks for. */
export class Migration0006EarlyVoids extends Migration {
  override up(): void {
    this.addSql(`
      create index observation_early_void on observation (warehouse_id, session_id)
        where mode = 'VOID' and line_id is null;
    `);
  }
}
