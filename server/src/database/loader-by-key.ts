import DataLoader from "dataloader";
import { notFound } from "../shared/refusal.ts";

type KeyText = string | number;

export interface RowsByKey<Key, Row> {
  noun: string;
  /** One statement for all that an answer names in the same moment. */
  readRows: (keys: readonly Key[]) => Promise<Row[]>;
  textOfKey: (key: Key) => KeyText;
  textOfRow: (row: Row) => KeyText;
}

/** What many rows of one answer point to; a key that nothing has is refused like any unknown id. */
export function loaderByKey<Key, Row>(of: RowsByKey<Key, Row>): DataLoader<Key, Row, KeyText> {
  return new DataLoader<Key, Row, KeyText>(
    async (keys) => {
      const rows = await of.readRows(keys);
      const found = new Map(rows.map((row) => [of.textOfRow(row), row]));
      return keys.map((key) => found.get(of.textOfKey(key)) ?? notFound(of.noun));
    },
    { cacheKeyFn: of.textOfKey, maxBatchSize: 1_000 },
  );
}
