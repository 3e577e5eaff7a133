import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";

export interface PieceRow {
  serial: string;
  isExpected: boolean;
  isFound: boolean;
  secondSerial: string | null;
  rfidTag: string | null;
}

export interface PiecesKey {
  warehouseId: number;
  lineId: number;
}

export function createPiecesLoader(db: Db): DataLoader<PiecesKey, PieceRow[], string> {
  const keyText = ({ warehouseId, lineId }: PiecesKey) => `${warehouseId}:${lineId}`;
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<PieceRow & PiecesKey>(
        db,
        sql`select p.warehouse_id as "warehouseId", p.line_id as "lineId", p.serial,
              p.is_expected as "isExpected", p.is_found as "isFound",
              u.serial2 as "secondSerial", u.rfid_tag as "rfidTag"
            from count_line_piece p
            left join serial_unit u on u.item_id = p.item_id and u.serial = p.serial
            where (p.warehouse_id, p.line_id) in (
              select * from unnest(${keys.map((key) => key.warehouseId)}::int[],
                                   ${keys.map((key) => key.lineId)}::bigint[]))
            order by p.serial`,
      );
      const groups = Map.groupBy(rows, keyText);
      return keys.map((key) => groups.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );
}
