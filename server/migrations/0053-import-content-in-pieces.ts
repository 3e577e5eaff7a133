import { Migration } from "@mikro-orm/migrations";

/** A file is read piece by piece: unpacked as it lies, a piece costs what a piece is. */
export class Migration0053ImportContentInPieces extends Migration {
  override up(): void {
    this.addSql(`alter table import alter column content set storage external;`);
  }
}
