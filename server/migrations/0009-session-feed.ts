import { Migration } from "@mikro-orm/migrations";

/**
 * What the feed of a count needs beside its events: how many of them are kept from those for whom the
 * count is blind, and how many were pruned. A line knows how often only the ledger changed it,
 * so that its version, too, can be told without telling that.
 */
export class Migration0009SessionFeed extends Migration {
  override up(): void {
    this.addSql(`
      alter table count_session
        add column hidden_events bigint not null default 0,
        add column events_pruned bigint not null default 0;
      alter table count_line add column reevaluations integer not null default 0;

      create index session_event_hidden on session_event (warehouse_id, session_id, sequence)
        where kind = 'LINE_REEVALUATED';

      update count_session s set hidden_events = e.count
      from (select warehouse_id, session_id, count(*) from session_event
            where kind = 'LINE_REEVALUATED' group by 1, 2) e
      where s.warehouse_id = e.warehouse_id and s.id = e.session_id;
      update count_line l set reevaluations = e.count
      from (select warehouse_id, line_id, count(*) from session_event
            where kind = 'LINE_REEVALUATED' group by 1, 2) e
      where l.warehouse_id = e.warehouse_id and l.id = e.line_id;

      -- The one way to let old events go: whoever follows finds that they are gone, not a hole.
      create function prune_session_events(warehouse integer, session bigint, until bigint)
        returns bigint language plpgsql as $$
      declare
        pruned bigint;
      begin
        perform from count_session where warehouse_id = warehouse and id = session for no key update;
        delete from session_event
        where warehouse_id = warehouse and session_id = session and sequence <= until;
        get diagnostics pruned = row_count;
        update count_session set events_pruned = events_pruned + pruned
        where warehouse_id = warehouse and id = session;
        return pruned;
      end
      $$;
    `);
  }
}
