import { Migration } from "@mikro-orm/migrations";

/**
 * What somebody saw where a line differs, as a picture. It is kept as it came and never rewritten; the
 * same picture of the same line sent twice is one.
 */
export class Migration0037LinePhotos extends Migration {
  override up(): void {
    this.addSql(`
      create table line_photo (
        warehouse_id integer not null,
        id bigint generated always as identity,
        line_id bigint not null,
        session_id bigint not null,
        media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
        image bytea not null check (octet_length(image) between 1 and 1048576),
        digest text not null generated always as (encode(sha256(image), 'hex')) stored,
        added_by text not null,
        added_at timestamptz(3) not null,
        primary key (warehouse_id, id),
        constraint line_photo_once unique (warehouse_id, line_id, digest),
        foreign key (warehouse_id, line_id) references count_line (warehouse_id, id)
      );

      create trigger line_photo_append_only before update or delete or truncate on line_photo
        for each statement execute function refuse_rewrite();
    `);
  }
}
