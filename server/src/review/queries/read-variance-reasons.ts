import type { Db } from "../../database/db.ts";
import type { VarianceReason } from "../domain/variance-reason.ts";
import { listVarianceReasons } from "../storage/variance-reasons.ts";

/** All reasons, those in use first. */
export function readVarianceReasons(db: Db): Promise<VarianceReason[]> {
  return listVarianceReasons(db);
}
