import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

/** What may be counted, but neither posted nor moved. What is null is not asked after. */
export interface HoldRow {
  warehouseId: number;
  id: number;
  itemId: number | null;
  lotId: number | null;
  /** With everything below it. */
  locationId: number | null;
  reason: string;
  placedById: string;
  placedAt: Date;
  releasedAt: Date | null;
  releasedById: string | null;
  releaseReason: string | null;
}

const longestReason = 2_000;

/** Why nothing is held, in the order in which the reasons are looked for. */
export const placeHoldRejections = {
  NOTHING_HELD: "Name an item, a lot or a place.",
  ITEM_AND_LOT: "A lot is of one item already: name the lot alone.",
  REASON_MISSING: "Say why.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
} as const;
export type PlaceHoldRejectionReason = keyof typeof placeHoldRejections;
const reject = rejectionsOf<PlaceHoldRejectionReason>(placeHoldRejections);

export function rejectHold(asked: {
  itemId: number | null;
  lotId: number | null;
  locationId: number | null;
  reason: string;
}): Rejection<PlaceHoldRejectionReason> | null {
  const { itemId, lotId, locationId, reason } = asked;
  if (itemId === null && lotId === null && locationId === null) return reject("NOTHING_HELD");
  if (itemId !== null && lotId !== null) return reject("ITEM_AND_LOT");
  if (reason === "") return reject("REASON_MISSING");
  return reason.length > longestReason ? reject("REASON_TOO_LONG") : null;
}

/** Why a hold stays, in the order in which the reasons are looked for. */
export const releaseHoldRejections = {
  HOLD_RELEASED: "It was released before.",
  REASON_MISSING: "Say why it is released.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
} as const;
export type ReleaseHoldRejectionReason = keyof typeof releaseHoldRejections;
const rejectTo = rejectionsOf<ReleaseHoldRejectionReason>(releaseHoldRejections);

export function rejectRelease(
  { releasedAt }: HoldRow,
  reason: string,
): Rejection<ReleaseHoldRejectionReason> | null {
  if (releasedAt !== null) return rejectTo("HOLD_RELEASED");
  if (reason === "") return rejectTo("REASON_MISSING");
  return reason.length > longestReason ? rejectTo("REASON_TOO_LONG") : null;
}
