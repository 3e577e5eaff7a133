import type DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { loaderByKey } from "../../database/loader-by-key.ts";
import type { CloseOffRow } from "../domain/close-off.ts";
import type { HoldRow } from "../domain/hold.ts";
import { closeOffColumns } from "../storage/close-off-row.ts";
import { holdColumns } from "../storage/hold-row.ts";

export interface RestrictionKey {
  warehouseId: number;
  id: number;
}

const textOfKey = ({ warehouseId, id }: RestrictionKey) => `${warehouseId}:${id}`;

const keysOf = (keys: readonly RestrictionKey[]) => sql`unnest(
  ${keys.map(({ warehouseId }) => warehouseId)}::int[], ${keys.map(({ id }) => id)}::bigint[]
) as k(warehouse_id, id)`;

export function createCloseOffLoader(
  db: Db,
): DataLoader<RestrictionKey, CloseOffRow, string | number> {
  return loaderByKey({
    noun: "close off",
    readRows: (keys: readonly RestrictionKey[]) =>
      rowsOf<CloseOffRow>(
        db,
        sql`select ${closeOffColumns} from ${keysOf(keys)}
            join close_off c on c.warehouse_id = k.warehouse_id and c.id = k.id`,
      ),
    textOfKey,
    textOfRow: textOfKey,
  });
}

export function createHoldLoader(db: Db): DataLoader<RestrictionKey, HoldRow, string | number> {
  return loaderByKey({
    noun: "stock hold",
    readRows: (keys: readonly RestrictionKey[]) =>
      rowsOf<HoldRow>(
        db,
        sql`select ${holdColumns} from ${keysOf(keys)}
            join stock_hold h on h.warehouse_id = k.warehouse_id and h.id = k.id`,
      ),
    textOfKey,
    textOfRow: textOfKey,
  });
}
