import type DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { loaderByKey } from "../../database/loader-by-key.ts";
import type { LotRow } from "../domain/rows.ts";

export function createLotLoader(db: Db): DataLoader<number, LotRow, string | number> {
  return loaderByKey({
    noun: "lot",
    readRows: (ids: readonly number[]) =>
      rowsOf<LotRow>(
        db,
        sql`select t.id, t.code, t.expires_on::text as "expiresOn" from lot t
            where t.id = any(${[...ids]}::bigint[])`,
      ),
    textOfKey: (id) => id,
    textOfRow: ({ id }) => id,
  });
}
