import { Migration } from "@mikro-orm/migrations";

/**
 * What the feed of a count needs beside its events: how many were pruned, and how many of them are
 * kept from those for whom the count is blind. A line knows how often only the ledger changed it,
 * so that its version, too, can be told without telling that.
 */
export class Migration0009SessionFeed extends Migration {
  override up(): void {
    this.addSql(`
      alter table count_session
        add column events_pruned bigint not null default 0,
        add column hidden_events_pruned bigint not null default 0;
      alter table count_line add column reevaluations integer not null default 0;

      create index session_event_hidden on session_event (warehouse_id, session_id, sequence)
        where kind = 'LINE_REEVALUATED';

      update count_line l set reevaluations = e.count
      from (select warehouse_id, line_id, count(*) from session_event
            where kind = 'LINE_REEVALUATED' group by 1, 2) e
      where l.warehouse_id = e.warehouse_id and l.id = e.line_id;

      -- The one way to let old events go: whoever follows finds that they are gone, not a hole.
      create function prune_session_events(warehouse integer, session bigint, until bigint)
        returns bigint language plpgsql as $$
      declare
        pruned bigint;
        hidden bigint;
      begin
        perform from count_session where warehouse_id = warehouse and id = session for no key update;
        with gone as (
          delete from session_event
          where warehouse_id = warehouse and session_id = session and sequence <= until
          returning kind
        )
        select count(*), count(*) filter (where kind = 'LINE_REEVALUATED')
        into pruned, hidden from gone;
        update count_session
        set events_pruned = events_pruned + pruned,
          hidden_events_pruned = hidden_events_pruned + hidden
        where warehouse_id = warehouse and id = session;
        return pruned;
      end
      $$;
    `);
  }
}
