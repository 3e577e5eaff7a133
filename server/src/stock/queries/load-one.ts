import type { Loaders } from "../../loaders.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import type { QuantRow, StockMoveRow } from "../domain/rows.ts";
import { moveColumns } from "../storage/columns.ts";
import type { SerialUnitRow } from "./serial-units.loader.ts";

export async function loadQuant(
  loaders: Pick<Loaders, "quant">,
  warehouseId: number,
  quantId: number,
): Promise<QuantRow> {
  const quant = await loaders.quant.load({ warehouseId, quantId });
  if (!quant) throw notFound("quant");
  return quant;
}

export async function findStockMove(
  db: Db,
  warehouseId: number,
  id: number,
): Promise<StockMoveRow | null> {
  return firstRowOf<StockMoveRow>(
    db,
    sql`select ${moveColumns} from stock_move m
        where m.warehouse_id = ${warehouseId} and m.id = ${id}`,
  );
}

/** With the warehouse it stands in; null once it has left. */
export async function findSerialUnit(
  db: Db,
  id: number,
): Promise<(SerialUnitRow & { warehouseId: number | null }) | null> {
  return firstRowOf(
    db,
    sql`select u.id, u.serial, u.serial2, u.rfid_tag as "rfidTag", u.warehouse_id as "warehouseId"
        from serial_unit u where u.id = ${id}`,
  );
}
