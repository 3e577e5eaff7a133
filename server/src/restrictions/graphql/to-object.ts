import { idOf } from "../../shared/opaque-id.ts";
import {
  isOver,
  type CloseOffMoveRow,
  type CloseOffRow,
  type CloseOffStepRow,
} from "../domain/close-off.ts";
import type { HoldRow } from "../domain/hold.ts";
import { CloseOff, CloseOffMove, CloseOffStep, StockHold } from "./objects.ts";

export function toCloseOff(row: CloseOffRow, now: Date): CloseOff {
  const { warehouseId, id, locationId, sessionId, ownerId, mode, reason } = row;
  const { madeAt, expiresAt, endedAt } = row;
  return Object.assign(new CloseOff(), {
    id: idOf("CloseOff", warehouseId, id),
    rowId: id,
    locationRowId: locationId,
    sessionRowId: sessionId,
    isCurrent: !isOver(row, now),
    ...{ warehouseId, ownerId, mode, reason, madeAt, expiresAt, endedAt },
  });
}

export function toCloseOffStep(row: CloseOffStepRow): CloseOffStep {
  return Object.assign(new CloseOffStep(), row);
}

export function toCloseOffMove(
  warehouseId: number,
  { closeOffId, moveId, overrideReason }: CloseOffMoveRow,
): CloseOffMove {
  const keys = { warehouseId, closeOffRowId: closeOffId, moveRowId: moveId };
  return Object.assign(new CloseOffMove(), { ...keys, overrideReason });
}

export function toHold(row: HoldRow): StockHold {
  const { warehouseId, id, itemId, lotId, locationId, reason, placedById, placedAt } = row;
  const { releasedAt, releasedById, releaseReason } = row;
  return Object.assign(new StockHold(), {
    id: idOf("StockHold", warehouseId, id),
    rowId: id,
    itemRowId: itemId,
    lotRowId: lotId,
    locationRowId: locationId,
    ...{ warehouseId, reason, placedById, placedAt, releasedAt, releasedById, releaseReason },
  });
}
