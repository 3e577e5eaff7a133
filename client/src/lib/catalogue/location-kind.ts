import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { LocationParts } from "@tallyroom/schema/operations/location-parts.ts";

export type LocationRow = ResultOf<typeof LocationParts>;

export const locationKindWords: Record<LocationRow["kind"], string> = {
  ZONE: "Zone",
  AISLE: "Aisle",
  STORAGE: "Bin",
  LINESIDE: "Lineside",
  MRB: "MRB",
  COUNT_DISCREPANCY: "Count discrepancies",
  TRANSIT: "In transit",
};

/** Places that hold places, not stock. */
export function canHoldPlaces({ kind }: LocationRow): boolean {
  return kind === "ZONE" || kind === "AISLE";
}
