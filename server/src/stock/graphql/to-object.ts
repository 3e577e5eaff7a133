import type { WithRelated } from "../../catalogue/queries/related-rows.ts";
import { idOf } from "../../shared/opaque-id.ts";
import type * as rows from "../domain/rows.ts";
import type { SerialUnitRow } from "../queries/serial-units.loader.ts";
import { Quant, SerialUnit, StockMove } from "./objects.ts";

export function toQuant(row: rows.QuantRow & WithRelated): Quant {
  return Object.assign(new Quant(), row, {
    id: idOf("Quant", row.warehouseId, row.id),
    rowId: row.id,
    locationRowId: row.locationId,
    related: row,
  });
}

export function toStockMove(row: rows.StockMoveRow): StockMove {
  return Object.assign(new StockMove(), row, {
    id: idOf("StockMove", row.warehouseId, row.id),
    sequence: row.id,
    quantRowId: row.quantId,
  });
}

export function toSerialUnit(row: SerialUnitRow): SerialUnit {
  return Object.assign(new SerialUnit(), row, { id: idOf("SerialUnit", row.id) });
}
