import { idOf } from "../../shared/opaque-id.ts";
import { countSheetPath, type CountSheetRow } from "../domain/count-sheet.ts";
import { CountSheet } from "./objects.ts";

export function toSheet(row: CountSheetRow): CountSheet {
  const id = idOf("CountSheet", row.warehouseId, row.id);
  return Object.assign(new CountSheet(), {
    id,
    warehouseId: row.warehouseId,
    rowId: row.id,
    sessionRowId: row.sessionId,
    locationRowId: row.locationId,
    claimedById: row.claimedById,
    printedById: row.printedById,
    number: row.number,
    printedAt: row.printedAt,
    isRestOnly: row.isRestOnly,
    showsBooks: row.showsBooks,
    linesTotal: row.linesTotal,
    linesEntered: row.linesEntered,
    path: countSheetPath(id),
  });
}
