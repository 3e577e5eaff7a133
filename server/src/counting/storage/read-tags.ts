import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { AskedObservation } from "../domain/asked-observation.ts";
import { tagKey, tagsIn, type TaggedPiece, type TagsKnown } from "../domain/name-pieces.ts";

interface FoundTags {
  pieces: (TaggedPiece & { tag: string })[];
  lines: { id: number; itemId: number }[];
}

/** The pieces that the tags of a batch are on. Asks nothing where nothing in it can be a tag. */
export async function readTags(
  db: Db,
  warehouseId: number,
  batch: readonly Pick<AskedObservation, "lineId" | "rawScan" | "serials">[],
): Promise<TagsKnown | null> {
  const withTags = batch.filter((asked) => tagsIn(asked).length > 0);
  if (withTags.length === 0) return null;
  const read = new Set(withTags.flatMap(tagsIn).flatMap((tag) => [tag, tagKey(tag)]));
  const lineIds = withTags.flatMap(({ lineId }) => lineId ?? []);
  const found = await firstRowOf<FoundTags>(
    db,
    sql`select
      (select coalesce(json_agg(r), '[]') from (
        select u.rfid_tag as tag, u.item_id as "itemId", u.serial
        from unnest(${[...read]}::text[]) as k(tag)
        cross join lateral (
          select rfid_tag, item_id, serial from serial_unit where rfid_tag = k.tag limit 1
        ) u) r) as pieces,
      (select coalesce(json_agg(r), '[]') from (
        select l.id, l.item_id as "itemId"
        from unnest(${lineIds}::bigint[]) as k(id)
        cross join lateral (
          select id, item_id from count_line
          where warehouse_id = ${warehouseId} and id = k.id limit 1
        ) l) r) as lines`,
  );
  const { pieces = [], lines = [] } = found ?? {};
  return {
    pieces: new Map(pieces.map(({ tag, itemId, serial }) => [tagKey(tag), { itemId, serial }])),
    itemOfLine: new Map(lines.map(({ id, itemId }) => [id, itemId])),
  };
}
