import type { SessionRow } from "../src/counting/domain/rows.ts";
import { requestRecount } from "../src/review/commands/request-recount.ts";
import { at, type CountedWarehouse } from "./counted-warehouse.ts";
import { silentDoorbell } from "./silent-doorbell.ts";
import type { TestDatabase } from "./test-database.ts";

/** What is broken of recounts on purpose: the invariant, the deed, and how it is done. */
export const recountSabotage: [invariant: string, deed: string, statement: string][] = [
  [
    "Each count knows how many of its lines",
    "a count forgets that a line was asked for again",
    `update count_session set lines_recounted = 0 where lines_recounted > 0`,
  ],
  [
    "Rounds of a line are 1 to n",
    "a line claims a round that nobody asked for",
    `update count_line set round = 3 where round = 2`,
  ],
  [
    "A line that was counted again shows",
    "another round is said to stand",
    `update count_line set standing_round = 1 where standing_round = 2`,
  ],
  [
    "Each round expects what the ledger held",
    "the round before expects more",
    `update line_round set quantity_expected = quantity_expected + 1,
       quantity_variance = quantity_variance - 1 where round = 1`,
  ],
  [
    "Each entry is of a round that its line has",
    "an entry is of a round that was never asked for",
    `update observation set round = 3 where round = 2`,
  ],
  [
    "R7 Nobody has counted a line",
    "the same person has counted both rounds",
    `with told as (update session_event set actor_id = 'maria' where actor_id = 'jonas')
     update observation set recorded_by = 'maria' where round = 2 and recorded_by = 'jonas'`,
  ],
  [
    "I7 What is told to one person",
    "the head of somebody's notices runs ahead",
    `insert into own_notice_head (warehouse_id, user_id, last_sequence) values (1, 'jonas', 1)`,
  ],
  [
    "I9 History refuses",
    "who was asked for what can be rewritten",
    `drop trigger recount_request_append_only on recount_request`,
  ],
];

/** The line in the second place is counted again by somebody else, who finds the same. */
export async function countOneAgain(
  database: TestDatabase,
  warehouse: CountedWarehouse,
  session: SessionRow,
): Promise<void> {
  const place = warehouse.place(1);
  const { id } = await warehouse.line(session, place);
  await requestRecount(database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, sessionId: session.id, key: "again", actorId: "ines" },
    target: { kind: "LINES", lineIds: [id] },
    ...{ assigneeId: null, reason: "to be sure", now: at(59) },
  });
  const seen = { actorId: "jonas", count: 1, locationId: place };
  await warehouse.record(session, [warehouse.observation({ ...seen, minute: 70 })], at(75));
}
