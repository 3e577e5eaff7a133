import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { PostingRow } from "../domain/rows.ts";
import { postingColumns } from "../storage/posting-columns.ts";

export interface PostingKey {
  warehouseId: number;
  id: number;
}

const keyText = ({ warehouseId, id }: PostingKey) => `${warehouseId}:${id}`;

const keysOf = (keys: readonly PostingKey[]) => sql`unnest(
  ${keys.map(({ warehouseId }) => warehouseId)}::int[], ${keys.map(({ id }) => id)}::bigint[]
) as k(warehouse_id, id)`;

export function createPostingLoader(db: Db): DataLoader<PostingKey, PostingRow | null, string> {
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<PostingRow>(
        db,
        sql`select ${postingColumns} from ${keysOf(keys)}
            join posting p on p.warehouse_id = k.warehouse_id and p.id = k.id`,
      );
      const found = new Map(rows.map((row) => [keyText(row), row]));
      return keys.map((key) => found.get(keyText(key)) ?? null);
    },
    { cacheKeyFn: keyText },
  );
}

/** The posting by which a line, named by its number, is posted now. */
export function createLinePostingLoader(db: Db): DataLoader<PostingKey, PostingRow | null, string> {
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<PostingRow & { lineId: number }>(
        db,
        sql`select ${postingColumns}, l.line_id as "lineId" from ${keysOf(keys)}
            join posting_line l on l.warehouse_id = k.warehouse_id and l.line_id = k.id
              and l.reverses_posting_id is null and l.reversed_by_id is null
            join posting p on p.warehouse_id = l.warehouse_id and p.id = l.posting_id`,
      );
      const found = new Map(
        rows.map((row) => [keyText({ warehouseId: row.warehouseId, id: row.lineId }), row]),
      );
      return keys.map((key) => found.get(keyText(key)) ?? null);
    },
    { cacheKeyFn: keyText },
  );
}

/** The reversals of each posting, in their order. */
export function createReversalsLoader(db: Db): DataLoader<PostingKey, PostingRow[], string> {
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<PostingRow>(
        db,
        sql`select ${postingColumns} from ${keysOf(keys)}
            join posting p on p.warehouse_id = k.warehouse_id and p.reverses_id = k.id
            order by p.id`,
      );
      const found = Map.groupBy(rows, ({ warehouseId, reversesId }) =>
        keyText({ warehouseId, id: reversesId ?? 0 }),
      );
      return keys.map((key) => found.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );
}
