/** What is broken of the review on purpose: the invariant, the deed, and how it is done. */
export const reviewSabotage: [invariant: string, deed: string, statement: string][] = [
  [
    "Tolerances of a warehouse",
    "a version is left out",
    `insert into tolerance_set select min(id), 2, 'nobody', now() from warehouse`,
  ],
  [
    "What was found out about a line",
    "a revision is left out",
    `insert into investigation (warehouse_id, line_id, revision, session_id, notes, recorded_by,
       recorded_at)
     select warehouse_id, id, 2, session_id, 'seen', 'nobody', now() from count_line limit 1`,
  ],
  [
    "What was found out about a line",
    "it is said to be of another count",
    `insert into investigation (warehouse_id, line_id, revision, session_id, notes, recorded_by,
       recorded_at)
     select warehouse_id, id, 1, session_id + 1, 'seen', 'nobody', now() from count_line limit 1`,
  ],
  [
    "I9 History refuses",
    "what was found out can be rewritten",
    `drop trigger investigation_append_only on investigation`,
  ],
];
