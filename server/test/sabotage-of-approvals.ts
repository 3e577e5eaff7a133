import type { SessionRow } from "../src/counting/domain/rows.ts";
import { ApprovalDesk } from "./approval-desk.ts";
import type { CountedWarehouse } from "./counted-warehouse.ts";
import { PostingFloor } from "./posting-floor.ts";
import type { TestDatabase } from "./test-database.ts";

/** What is done to approvals behind everybody's back, and which invariant sees it. */
export const sabotageOfApprovals: [invariant: string, deed: string, statement: string][] = [
  [
    "An approval that holds",
    "an approval is said to be of other numbers",
    `update line_approval set numbers_digest = 'of others' where invalidated_at is null`,
  ],
  [
    "An approval that holds",
    "a count forgets that it has approvals",
    `update count_session set approvals_standing = 0 where approvals_standing > 0`,
  ],
  [
    "Nobody's approval holds",
    "a counter is said to have approved",
    `update line_approval set approved_by = 'maria' where invalidated_at is null`,
  ],
  [
    "I5 Where approval is needed",
    "a posting without approval is of a count that needs one",
    `update count_session set options = options || '{"170": true}' where status = 'PARTIAL'`,
  ],
  [
    "I9 The application's role cannot write stock",
    "the application may take a rejection back",
    `grant delete on line_rejection to tallyroom_app`,
  ],
  [
    "I9 History refuses",
    "approvals may be deleted",
    `drop trigger line_approval_no_delete on line_approval`,
  ],
];

/** Somebody who has not counted approves what is counted. */
export async function approveAll(
  database: TestDatabase,
  warehouse: CountedWarehouse,
  session: SessionRow,
): Promise<void> {
  const outcome = await new ApprovalDesk(new PostingFloor(database, warehouse)).approve(session);
  if ("rejection" in outcome) throw new Error(outcome.rejection.message);
}
