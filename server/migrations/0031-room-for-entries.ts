import { Migration } from "@mikro-orm/migrations";

/**
 * A counted line is half as long again as one that nobody has visited. Its page keeps room for all of
 * its lines to grow, so that an entry writes no index. And the key from an entry to its line was asked
 * row by row, for a line that the same transaction has read and that nobody may delete: `verify` asks
 * instead, as it does for the session.
 */
export class Migration0031RoomForEntries extends Migration {
  override up(): void {
    this.addSql(`
      alter table count_line set (fillfactor = 60);
      alter table observation drop constraint observation_warehouse_id_line_id_fkey;

      -- Only an owner may have a table looked at, and the application is none.
      create function learn_of_count_lines() returns void
      language plpgsql security definer set search_path from current as $$
      begin
        analyze count_line;
      end $$;
    `);
  }
}
