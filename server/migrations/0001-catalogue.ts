import { Migration } from "@mikro-orm/migrations";

/** What can be counted and where it can lie. Small company-wide tables, and the places of each warehouse. */
export class Migration0001Catalogue extends Migration {
  override up(): void {
    this.addSql(`
      create extension if not exists pg_trgm;

      create table warehouse (
        id integer generated always as identity primary key,
        code text not null unique check (code <> ''),
        name text not null check (name <> ''),
        time_zone text not null,
        currency char(3) not null,
        is_active boolean not null default true,
        allows_negative_stock boolean not null default false,
        created_at timestamptz(3) not null
      );

      create table unit (
        code text primary key,
        name text not null,
        decimals smallint not null check (decimals between 0 and 6)
      );

      create table category (
        id integer generated always as identity primary key,
        name text not null unique check (name <> '')
      );

      create table supplier (
        id integer generated always as identity primary key,
        name text not null unique check (name <> '')
      );

      create table item (
        id bigint generated always as identity primary key,
        sku text not null unique check (sku <> ''),
        description text not null,
        revision text,
        category_id integer references category,
        unit_code text not null references unit,
        tracking text not null check (tracking in ('BULK', 'LOT', 'SERIAL', 'RFID')),
        unit_cost numeric(20, 6) check (unit_cost >= 0),
        abc_class char(1) check (abc_class in ('A', 'B', 'C')),
        shelf_life_days integer check (shelf_life_days > 0),
        is_active boolean not null default true,
        created_at timestamptz(3) not null
      );
      create index item_category on item (category_id);
      create index item_search on item using gin ((lower(sku || ' ' || description)) gin_trgm_ops);

      create table item_pack (
        item_id bigint not null references item on delete cascade,
        unit_code text not null references unit,
        factor numeric(20, 6) not null check (factor > 0),
        primary key (item_id, unit_code)
      );

      create table item_barcode (
        code text primary key check (code <> ''),
        item_id bigint not null references item on delete cascade,
        kind text not null check (kind in ('GTIN', 'ALIAS')),
        pack_unit_code text,
        foreign key (item_id, pack_unit_code) references item_pack (item_id, unit_code)
      );
      create index item_barcode_item on item_barcode (item_id);

      create table item_supplier (
        item_id bigint not null references item on delete cascade,
        supplier_id integer not null references supplier,
        supplier_sku text,
        is_preferred boolean not null default false,
        primary key (item_id, supplier_id)
      );
      create index item_supplier_supplier on item_supplier (supplier_id);

      create table item_warehouse (
        item_id bigint not null references item on delete cascade,
        warehouse_id integer not null references warehouse,
        primary key (item_id, warehouse_id)
      );

      create table lot (
        id bigint generated always as identity primary key,
        item_id bigint not null references item,
        code text not null check (code <> ''),
        expires_on date,
        unique (item_id, code)
      );

      -- path lists the ids from the root down to this place ("/4/19/233/"): a subtree is a prefix.
      create table location (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        parent_id bigint,
        path text not null,
        code text not null check (code <> ''),
        name text not null,
        kind text not null
          check (kind in ('ZONE', 'AISLE', 'STORAGE', 'LINESIDE', 'MRB', 'COUNT_DISCREPANCY', 'TRANSIT')),
        barcode text,
        check_digits text,
        walk_order integer not null default 0,
        is_active boolean not null default true,
        is_closed_off boolean not null default false,
        primary key (warehouse_id, id),
        unique (warehouse_id, code),
        unique (warehouse_id, barcode),
        foreign key (warehouse_id, parent_id) references location (warehouse_id, id)
      );
      create index location_path on location (warehouse_id, path text_pattern_ops);
      create index location_walk on location (warehouse_id, walk_order, id);
      create index location_search on location using gin ((lower(code || ' ' || name)) gin_trgm_ops);
    `);
  }
}
