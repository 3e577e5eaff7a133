import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Tracking } from "../domain/words.ts";

export interface ChangedItem {
  id: string;
  /** Null for what is no longer in use. */
  item: {
    sku: string;
    description: string;
    tracking: Tracking;
    unitCode: string;
    packs: [unitCode: string, factor: string][];
    barcodes: [code: string, kind: "GTIN" | "ALIAS", packUnitCode: string | null][];
  } | null;
}

export interface CatalogueChanges {
  changed: ChangedItem[];
  cursor: string;
  hasMore: boolean;
  /** What was known before does not count: the cursor is of another life of this database. */
  startsAnew: boolean;
}

interface Position {
  sequence: bigint;
  itemId: bigint;
}

const beginning: Position = { sequence: 0n, itemId: 0n };

/** The items that changed behind a cursor, oldest change first; without one, all that are in use. */
export async function readCatalogueChanges(
  db: Db,
  after: string | null,
  atMost: number,
): Promise<CatalogueChanges> {
  const head = await firstRowOf<{ sequence: string }>(db, sql`select sequence from catalogue_head`);
  const asked = after === null ? beginning : positionOf(after);
  const startsAnew = asked.sequence > BigInt(head?.sequence ?? 0);
  const from = startsAnew ? beginning : asked;
  const rows = await readRows(db, from, atMost + 1);
  const shown = rows.slice(0, atMost);
  const last = shown.at(-1);
  const isWhole = from.sequence === 0n;
  return {
    // Whoever begins has nothing to take away.
    changed: shown.filter(({ item }) => item !== null || !isWhole),
    cursor: last ? `${last.sequence}:${last.id}` : `${from.sequence}:${from.itemId}`,
    hasMore: rows.length > atMost,
    startsAnew,
  };
}

function readRows(db: Db, { sequence, itemId }: Position, limit: number) {
  return rowsOf<ChangedItem & { sequence: string }>(
    db,
    sql`
      with changed as (
        select c.item_id, c.sequence from item_change c
        where (c.sequence, c.item_id) > (${String(sequence)}::bigint, ${String(itemId)}::bigint)
        order by c.sequence, c.item_id
        limit ${limit}
      ), packs as (
        select p.item_id, json_agg(json_build_array(p.unit_code, trim_scale(p.factor)::text)
          order by p.factor, p.unit_code) as packs
        from item_pack p where p.item_id in (select item_id from changed)
        group by p.item_id
      ), barcodes as (
        select b.item_id, json_agg(json_build_array(b.code, b.kind, b.pack_unit_code)
          order by b.code) as barcodes
        from item_barcode b where b.item_id in (select item_id from changed)
        group by b.item_id
      )
      select c.item_id::text as id, c.sequence::text as sequence,
        case when i.id is null then null else json_build_object(
          'sku', i.sku, 'description', i.description, 'tracking', i.tracking,
          'unitCode', i.unit_code, 'packs', coalesce(p.packs, '[]'::json),
          'barcodes', coalesce(b.barcodes, '[]'::json)) end as item
      from changed c
      left join item i on i.id = c.item_id and i.is_active
      left join packs p on p.item_id = c.item_id
      left join barcodes b on b.item_id = c.item_id
      order by c.sequence, c.item_id`,
  );
}

function positionOf(cursor: string): Position {
  const [, sequence, itemId] = /^(\d{1,18}):(\d{1,18})$/u.exec(cursor) ?? [];
  if (sequence === undefined || itemId === undefined)
    throw new Refusal("BAD_USER_INPUT", "This is no cursor of the catalogue.");
  return { sequence: BigInt(sequence), itemId: BigInt(itemId) };
}
