import { idOf } from "../../shared/opaque-id.ts";
import type { ClaimRow } from "../domain/rows.ts";
import type { SeenCrew, SeenDevice } from "../live/follow-crew.ts";
import type { WorkShareRow } from "../queries/read-shares.ts";
import { CounterPresence, Crew, LineEditing, LocationClaim, WorkShare } from "./objects.ts";

export interface SessionOfCrew {
  warehouseId: number;
  rowId: number;
}

export function toClaim(warehouseId: number, { locationId, ...claim }: ClaimRow): LocationClaim {
  return Object.assign(new LocationClaim(), { ...claim, warehouseId, locationRowId: locationId });
}

export function toCrew({ warehouseId, rowId }: SessionOfCrew, crew: SeenCrew): Crew {
  return Object.assign(new Crew(), {
    sessionId: idOf("CountSession", warehouseId, rowId),
    devices: crew.devices.map(toPresence),
    claims: crew.claims.map((claim) => toClaim(warehouseId, claim)),
    editing: crew.editing.map(({ lineId, ...row }) =>
      Object.assign(new LineEditing(), { ...row, lineId: idOf("CountLine", warehouseId, lineId) }),
    ),
  });
}

function toPresence(device: SeenDevice): CounterPresence {
  return Object.assign(new CounterPresence(), device);
}

export function toShare(row: WorkShareRow): WorkShare {
  return Object.assign(new WorkShare(), row);
}
