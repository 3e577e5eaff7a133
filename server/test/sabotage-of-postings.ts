import type { SessionRow } from "../src/counting/domain/rows.ts";
import { sql } from "../src/database/db.ts";
import type { CountedWarehouse } from "./counted-warehouse.ts";
import { PostingFloor } from "./posting-floor.ts";
import type { TestDatabase } from "./test-database.ts";

/** What is done to postings behind everybody's back, and which invariant sees it. */
export const sabotageOfPostings: [invariant: string, deed: string, statement: string][] = [
  [
    "I5 Each posted line has exactly",
    "an adjustment is of no posting",
    `delete from posting_move where (warehouse_id, move_id) =
      (select warehouse_id, min(move_id) from posting_move group by 1)`,
  ],
  [
    "I5 What was posted is the variance",
    "a posting claims to have known less",
    `update posting set ledger_position = 0 where kind = 'POSTING'`,
  ],
  ["I5 A posting is all", "a posting claims a line more", `update posting set line_count = 3`],
  [
    "I5 What was taken back",
    "a line forgets that it was taken back, while the count says so",
    `update posting_line set reverses_posting_id = posting_id where reverses_posting_id is not null`,
  ],
  [
    "I6 A count is posted when",
    "a count that is partly posted is said to be open",
    `update count_session set status = 'OPEN' where status = 'PARTIAL'`,
  ],
  [
    "I6 The ledger looks at",
    "a line is forgotten by the ledger",
    `update count_line set is_active = false where is_active`,
  ],
  [
    "I9 The application's role cannot write stock",
    "the application may take a posting away",
    `grant delete on posting_line to tallyroom_app`,
  ],
];

/** Lines in the third and the fourth place are posted, and the latter taken back. */
export async function postTwoAndTakeOneBack(
  database: TestDatabase,
  warehouse: CountedWarehouse,
  session: SessionRow,
): Promise<void> {
  await sql`update count_session set options = options || '{"170": false}'`.execute(
    database.ownerDb,
  );
  const floor = new PostingFloor(database, warehouse);
  const places = [warehouse.place(2), warehouse.place(3)];
  await warehouse.record(
    session,
    places.map((locationId) => warehouse.observation({ count: 11, locationId })),
  );
  const lines = await Promise.all(places.map((place) => warehouse.line(session, place)));
  const lineIds = lines.map(({ id }) => id);
  const posting = await floor.post(session, { choice: { kind: "LINES", lineIds } });
  await floor.reverse(posting, lineIds.slice(1));
}
