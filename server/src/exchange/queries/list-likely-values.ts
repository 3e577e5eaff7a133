import type { Db } from "../../database/db.ts";
import type { ImportFieldKey } from "../domain/import-kind.ts";
import type { ImportKey } from "../domain/import-row.ts";
import { likelyValues, type LikelyValue } from "../domain/likely-values.ts";
import type { RowError } from "../domain/row-errors.ts";
import { readItemsLike, readPlacesLike } from "./read-known-values.ts";

export interface LikelyForField extends LikelyValue {
  field: ImportFieldKey;
}

/** What may be meant by the items and places of a row that nobody knows: asked when somebody looks at it. */
export async function listLikelyValues(
  db: Db,
  { warehouseId }: ImportKey,
  errors: readonly RowError[],
): Promise<LikelyForField[]> {
  const found: LikelyForField[] = [];
  for (const { field, value, code } of errors) {
    if (field === null || value === "") continue;
    const known =
      code === "ITEM_UNKNOWN"
        ? await readItemsLike(db, warehouseId, value)
        : code === "LOCATION_UNKNOWN"
          ? await readPlacesLike(db, warehouseId, value)
          : [];
    found.push(...likelyValues(value, known).map((likely) => ({ field, ...likely })));
  }
  return found;
}
