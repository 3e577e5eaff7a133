import type { Db } from "../../database/db.ts";
import type { SessionTolerance, ToleranceSet } from "../domain/tolerance-limits.ts";
import { findSessionTolerance } from "../storage/session-tolerance.ts";
import {
  findToleranceSet,
  listToleranceVersions,
  type ToleranceVersionRow,
} from "../storage/tolerance-set.ts";

const versionsAtMost = 100;

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

export function readToleranceVersions(db: Db, warehouseId: number): Promise<ToleranceVersionRow[]> {
  return listToleranceVersions(db, warehouseId, versionsAtMost);
}
