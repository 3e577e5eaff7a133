import { Migration } from "@mikro-orm/migrations";

/**
 * The orders of a count of 100,000 lines that stand still while it is counted: by walk, item and
 * place, each from indexes alone. What a count changes in its lines is in none of them, or every
 * entry would write to them all.
 */
export class Migration0008OrdersOfLines extends Migration {
  override up(): void {
    this.addSql(`
      drop index count_line_walk;
      create index count_line_walk on count_line (warehouse_id, session_id, line_number, id);
      create index count_line_location on count_line
        (warehouse_id, session_id, location_id, line_number, id);
      alter table count_line
        drop constraint count_line_once,
        add constraint count_line_once unique nulls not distinct
          (warehouse_id, session_id, item_id, location_id, lot_id, stock_status)
          include (line_number, id);
      -- An order by item or place walks these from the front, and needs no row of theirs.
      create index item_by_sku on item (sku, id);
      create index location_by_code on location (warehouse_id, code, id);
    `);
  }
}
