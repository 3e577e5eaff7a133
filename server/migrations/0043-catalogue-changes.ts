import { Migration } from "@mikro-orm/migrations";

/**
 * In which order items changed, so that a device asks only for what is new. The number is drawn when a
 * transaction commits, under a row lock that it holds until it has: the order of numbers is the order of
 * commits, and a reader's last number misses nothing. Drawing it last also keeps savers from waiting for
 * each other in a circle.
 */
export class Migration0043CatalogueChanges extends Migration {
  override up(): void {
    this.addSql(`
      create table catalogue_head (
        is_only boolean primary key default true check (is_only),
        sequence bigint not null check (sequence > 0),
        changed_in xid8
      );
      insert into catalogue_head (sequence) values (1);

      -- Without a reference to the item: what is gone has changed, too.
      create table item_change (
        item_id bigint primary key,
        sequence bigint not null
      );
      create index item_change_sequence on item_change (sequence, item_id);
      insert into item_change (item_id, sequence) select id, 1 from item;

      create function note_item_change(changed_id bigint) returns void language plpgsql as $$
      begin
        update catalogue_head set sequence = sequence + 1, changed_in = pg_current_xact_id()
          where changed_in is distinct from pg_current_xact_id();
        insert into item_change (item_id, sequence)
          select changed_id, sequence from catalogue_head
          on conflict (item_id) do update set sequence = excluded.sequence
          where item_change.sequence < excluded.sequence;
      end $$;

      create function note_changed_item() returns trigger language plpgsql as $$
      begin
        perform note_item_change(case when tg_op = 'DELETE' then old.id else new.id end);
        return null;
      end $$;

      create function note_item_of_detail() returns trigger language plpgsql as $$
      begin
        perform note_item_change(case when tg_op = 'DELETE' then old.item_id else new.item_id end);
        if tg_op = 'UPDATE' and old.item_id <> new.item_id then
          perform note_item_change(old.item_id);
        end if;
        return null;
      end $$;

      create constraint trigger item_changed
        after insert or delete or update of sku, description, tracking, unit_code, is_active on item
        deferrable initially deferred for each row execute function note_changed_item();
      create constraint trigger item_pack_changed after insert or delete or update on item_pack
        deferrable initially deferred for each row execute function note_item_of_detail();
      create constraint trigger item_barcode_changed after insert or delete or update on item_barcode
        deferrable initially deferred for each row execute function note_item_of_detail();
    `);
  }
}
