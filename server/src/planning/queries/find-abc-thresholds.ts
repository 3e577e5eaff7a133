import type { Db } from "../../database/db.ts";
import type { AbcLimits } from "../domain/abc-run.ts";
import { readAbcPolicy } from "../storage/abc-policy.ts";

export function findAbcThresholds(db: Db, warehouseId: number): Promise<AbcLimits> {
  return readAbcPolicy(db, warehouseId);
}
