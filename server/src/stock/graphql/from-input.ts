import { numberKeyOrNull } from "../../shared/opaque-id.ts";
import type { RecordStockMoves } from "../commands/record-stock-moves.ts";
import type { StockMoveInput } from "./record-inputs.ts";

type AskedMove = RecordStockMoves["moves"][number];

/** Ids that name nothing become null here and a reason later, so that all errors come at once. */
export function moveOf(warehouseId: number, input: StockMoveInput): AskedMove {
  const { toLocationId } = input;
  return {
    externalId: input.externalId.trim(),
    kind: input.kind,
    itemId: numberKeyOrNull(input.itemId, "Item")?.[0] ?? null,
    locationId: placeOf(warehouseId, input.locationId),
    toLocationId: toLocationId == null ? undefined : placeOf(warehouseId, toLocationId),
    lotCode: textOrNull(input.lotCode),
    lotExpiresOn: input.lotExpiresOn ?? null,
    status: input.status ?? "AVAILABLE",
    toStatus: input.toStatus ?? null,
    quantity: input.quantity,
    unitCode: textOrNull(input.unitCode),
    serials: (input.serials ?? []).map((serial) => serial.trim()).filter(Boolean),
    effectiveAt: input.effectiveAt,
    reference: textOrNull(input.reference),
    reasonCode: textOrNull(input.reasonCode),
  };
}

/** A place of another warehouse is as unknown as one that does not exist. */
function placeOf(warehouseId: number, id: string): number | null {
  const [ownWarehouseId, rowId] = numberKeyOrNull(id, "Location") ?? [];
  return ownWarehouseId === warehouseId ? (rowId ?? null) : null;
}

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
