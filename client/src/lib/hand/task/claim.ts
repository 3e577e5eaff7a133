/** Why a place cannot be taken, and who holds it. */
export interface ClaimRefusal {
  reason: "HELD_BY_ANOTHER" | "LOCATION_NOT_IN_COUNT" | "SESSION_NOT_OPEN" | "NOT_UNDERSTOOD";
  heldBy: string | null;
}

/** A place that a person has taken with this device, as far as the device knows. */
export interface KeptClaim {
  userId: string;
  sessionId: string;
  locationId: string;
  /** By the device's clock. */
  claimedAt: string;
  takeOverReason: string | null;
  /**
   * ASKED: the server has not been heard. VERIFY: another counted there meanwhile, so that what is entered
   * is a second count. REFUSED: somebody else is there, and nothing was entered here.
   */
  state: "ASKED" | "COUNT" | "VERIFY" | "REFUSED";
  refusal: ClaimRefusal | null;
  /** Left by its counter; the server is told when what was entered there has been sent. */
  isLeft: boolean;
}
