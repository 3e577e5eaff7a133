import { numberKeyOrNull } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Loaders } from "../../loaders.ts";

/** A place of the count's own warehouse; another's is as unknown as one that does not exist. */
export async function placeIn(loaders: Loaders, warehouseId: number, id: string): Promise<number> {
  const [ownWarehouseId, locationId = 0] = numberKeyOrNull(id, "Location") ?? [];
  if (ownWarehouseId !== warehouseId) throw notFound("location");
  await loaders.location.load({ warehouseId, locationId });
  return locationId;
}
