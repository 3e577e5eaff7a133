import { Migration } from "@mikro-orm/migrations";

/** An entry is of whoever counted. Where somebody else has typed it, or it came by paper, it says so. */
export class Migration0050EntriesFromPaper extends Migration {
  override up(): void {
    this.addSql(`
      alter table observation
        add column entered_by text,
        add column sheet_id bigint,
        add constraint observation_entered_by_another check (entered_by <> recorded_by),
        add constraint observation_sheet foreign key (warehouse_id, sheet_id)
          references count_sheet (warehouse_id, id);
      create index observation_from_sheet on observation (warehouse_id, sheet_id, line_id)
        where sheet_id is not null;
    `);
  }
}
