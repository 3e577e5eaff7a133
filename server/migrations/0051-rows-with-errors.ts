import { Migration } from "@mikro-orm/migrations";

/** A row that is wrong is kept as it was read, and the latest job of an import is found by it. */
export class Migration0051RowsWithErrors extends Migration {
  override up(): void {
    this.addSql(`
      alter table import_error
        add column row_values jsonb not null default '{}',
        -- Rows that are wrong with this value in this field.
        add column rows_alike integer not null default 1;
      create index import_error_of_row on import_error (warehouse_id, import_id, row_number);
      create index job_of_import on job (warehouse_id, ((request ->> 'importId')::bigint), id)
        where kind in ('CHECK_IMPORT', 'COMMIT_IMPORT');
    `);
  }
}
