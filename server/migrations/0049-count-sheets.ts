import { Migration } from "@mikro-orm/migrations";

/**
 * Paper that goes out and comes back: which lines stood on it, in which order. It is never rewritten,
 * so that what comes back is read by what was printed, whatever has been added to the count since.
 */
export class Migration0049CountSheets extends Migration {
  override up(): void {
    this.addSql(`
      create table count_sheet (
        warehouse_id integer not null,
        id bigint generated always as identity,
        session_id bigint not null,
        number integer not null check (number > 0),
        -- What it was narrowed to: a place and everything below it, what somebody has claimed.
        location_id bigint,
        claimed_by text,
        is_rest_only boolean not null,
        shows_books boolean not null,
        printed_by text not null,
        printed_at timestamptz(3) not null,
        line_ids bigint[] not null check (cardinality(line_ids) between 1 and 1000),
        primary key (warehouse_id, id),
        constraint count_sheet_number unique (warehouse_id, session_id, number),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id)
      );
      create trigger count_sheet_append_only before update or delete or truncate on count_sheet
        for each statement execute function refuse_rewrite();
    `);
  }
}
