import type { WithRelated } from "../../catalogue/queries/related-rows.ts";
import { idOf } from "../../shared/opaque-id.ts";
import type { StockMoveRejection as RejectionRow } from "../domain/decide-stock-moves.ts";
import type * as rows from "../domain/rows.ts";
import type { SerialUnitRow } from "../queries/serial-units.loader.ts";
import { Quant, SerialUnit, StockMove } from "./objects.ts";
import { StockMoveRejection } from "./results.ts";

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

export function toRejection(warehouseId: number, row: RejectionRow): StockMoveRejection {
  const { index, externalId, reason, message, quantityOnHand, closeOffId, holdId } = row;
  const keys = { warehouseId, closeOffRowId: closeOffId ?? null, holdRowId: holdId ?? null };
  const shown = { index, externalId, reason, message, quantityOnHand };
  return Object.assign(new StockMoveRejection(), { ...keys, ...shown });
}

export function toSerialUnit(row: SerialUnitRow): SerialUnit {
  return Object.assign(new SerialUnit(), row, { id: idOf("SerialUnit", row.id) });
}
