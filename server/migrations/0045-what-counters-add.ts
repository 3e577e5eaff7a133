import { Migration } from "@mikro-orm/migrations";

/**
 * What a counter adds to a scan that nobody knew: the item that he takes the code for, which a supervisor
 * confirms before it is a barcode, and a picture of what he saw, kept as it came.
 */
export class Migration0045WhatCountersAdd extends Migration {
  override up(): void {
    this.addSql(`
      create table proposed_barcode (
        item_id bigint not null references item on delete cascade,
        code text not null check (code <> ''),
        proposed_by text not null,
        proposed_at timestamptz(3) not null,
        is_accepted boolean,
        settled_by text,
        settled_at timestamptz(3),
        primary key (item_id, code),
        check (num_nonnulls(is_accepted, settled_by, settled_at) in (0, 3))
      );
      create index proposed_barcode_waiting on proposed_barcode (proposed_at)
        where is_accepted is null;

      create table observation_photo (
        warehouse_id integer not null,
        id bigint generated always as identity,
        observation_id bigint not null,
        media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
        image bytea not null check (octet_length(image) between 1 and 1048576),
        digest text not null generated always as (encode(sha256(image), 'hex')) stored,
        added_by text not null,
        added_at timestamptz(3) not null,
        primary key (warehouse_id, id),
        constraint observation_photo_once unique (warehouse_id, observation_id, digest)
      );
      create trigger observation_photo_append_only
        before update or delete or truncate on observation_photo
        for each statement execute function refuse_rewrite();
    `);
  }
}
