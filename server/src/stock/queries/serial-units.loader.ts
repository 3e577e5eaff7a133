import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { Loaders } from "../../loaders.ts";

export interface SerialUnitRow {
  id: number;
  serial: string;
  serial2: string | null;
  rfidTag: string | null;
}

const columns = sql`u.id, u.serial, u.serial2, u.rfid_tag as "rfidTag"`;

/** The pieces that stand in a quant now, and the pieces a move carried. */
export function createSerialUnitsLoader(
  db: Db,
): Pick<Loaders, "serialUnits" | "serialUnitsOfMove"> {
  const serialUnits: Loaders["serialUnits"] = new DataLoader(
    async (keys) => {
      const rows = await rowsOf<SerialUnitRow & { key: string }>(
        db,
        sql`select ${columns}, u.warehouse_id || ':' || u.quant_id as key
            from serial_unit u
            where (u.warehouse_id, u.quant_id) in
              (select * from unnest(${keys.map((key) => key.warehouseId)}::int[],
                                    ${keys.map((key) => key.quantId)}::bigint[]))
            order by u.serial`,
      );
      return grouped(
        rows,
        keys.map((key) => `${key.warehouseId}:${key.quantId}`),
      );
    },
    { cacheKeyFn: (key) => `${key.warehouseId}:${key.quantId}` },
  );
  const serialUnitsOfMove: Loaders["serialUnitsOfMove"] = new DataLoader(
    async (keys) => {
      const rows = await rowsOf<SerialUnitRow & { key: string }>(
        db,
        sql`select ${columns}, ms.warehouse_id || ':' || ms.move_id as key
            from stock_move_serial ms join serial_unit u on u.id = ms.serial_unit_id
            where (ms.warehouse_id, ms.move_id) in
              (select * from unnest(${keys.map((key) => key.warehouseId)}::int[],
                                    ${keys.map((key) => key.moveId)}::bigint[]))
            order by u.serial`,
      );
      return grouped(
        rows,
        keys.map((key) => `${key.warehouseId}:${key.moveId}`),
      );
    },
    { cacheKeyFn: (key) => `${key.warehouseId}:${key.moveId}` },
  );
  return { serialUnits, serialUnitsOfMove };
}

function grouped(rows: (SerialUnitRow & { key: string })[], keys: string[]): SerialUnitRow[][] {
  const groups = Map.groupBy(rows, (row) => row.key);
  return keys.map((key) => groups.get(key) ?? []);
}
