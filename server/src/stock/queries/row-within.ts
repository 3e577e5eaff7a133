import { warehouseKeyOf, type IdKind } from "../../shared/opaque-id.ts";

/** The row an id names in this warehouse; one of another warehouse matches nothing, as an unknown one would. */
export function rowWithin(warehouseId: number, id: string, kind: IdKind): number {
  const key = warehouseKeyOf(id, kind);
  return key.warehouseId === warehouseId ? key.rowId : 0;
}
