import type DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { loaderByKey } from "../../database/loader-by-key.ts";
import type { LocationRow } from "../domain/rows.ts";
import { locationColumns } from "../storage/columns.ts";

export interface LocationKey {
  warehouseId: number;
  locationId: number;
}

export function createLocationLoader(
  db: Db,
): DataLoader<LocationKey, LocationRow, string | number> {
  return loaderByKey({
    noun: "location",
    readRows: (keys: readonly LocationKey[]) =>
      rowsOf<LocationRow>(
        db,
        sql`select ${locationColumns}
            from unnest(${keys.map((key) => key.warehouseId)}::int[],
                        ${keys.map((key) => key.locationId)}::bigint[]) as k(warehouse_id, id)
            join location l on l.warehouse_id = k.warehouse_id and l.id = k.id`,
      ),
    textOfKey: ({ warehouseId, locationId }) => `${warehouseId}:${locationId}`,
    textOfRow: ({ warehouseId, id }) => `${warehouseId}:${id}`,
  });
}
