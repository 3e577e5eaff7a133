import { Migration } from "@mikro-orm/migrations";

/** Rows of a file that somebody has said are left out: they are not judged, and not done. */
export class Migration0057RowsLeftOut extends Migration {
  override up(): void {
    this.addSql(`alter table import add column left_out_rows integer[] not null default '{}';`);
  }
}
