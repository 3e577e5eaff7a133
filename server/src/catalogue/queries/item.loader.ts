import type DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { loaderByKey } from "../../database/loader-by-key.ts";
import type { ItemRow } from "../domain/rows.ts";
import { itemColumns } from "../storage/columns.ts";

export function createItemLoader(db: Db): DataLoader<number, ItemRow, string | number> {
  return loaderByKey({
    noun: "item",
    readRows: (ids: readonly number[]) =>
      rowsOf<ItemRow>(
        db,
        sql`select ${itemColumns} from item i where i.id = any(${[...ids]}::bigint[])`,
      ),
    textOfKey: (id) => id,
    textOfRow: ({ id }) => id,
  });
}
