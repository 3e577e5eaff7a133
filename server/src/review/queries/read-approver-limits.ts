import type { Db } from "../../database/db.ts";
import { listApproverLimits, type ApproverLimitRow } from "../storage/approver-limits.ts";

/** How much each approver of a warehouse may approve in one count. */
export function readApproverLimits(db: Db, warehouseId: number): Promise<ApproverLimitRow[]> {
  return listApproverLimits(db, warehouseId);
}
