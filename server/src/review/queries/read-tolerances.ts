import type { Db } from "../../database/db.ts";
import type { SessionTolerance, ToleranceSet } from "../domain/tolerance-limits.ts";
import { findSessionTolerance } from "../storage/session-tolerance.ts";
import { findToleranceSet } from "../storage/tolerance-set.ts";

/** A version of a warehouse's tolerances, or the latest; null where there is none. */
export function readToleranceSet(
  db: Db,
  warehouseId: number,
  version: number | null,
): Promise<ToleranceSet | null> {
  return findToleranceSet(db, warehouseId, version);
}

export function readSessionTolerance(
  db: Db,
  session: { warehouseId: number; sessionId: number },
): Promise<SessionTolerance> {
  return findSessionTolerance(db, session);
}
