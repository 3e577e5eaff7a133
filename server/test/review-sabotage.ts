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
  [
    "A picture is of the count",
    "it is said to be of another",
    `insert into line_photo (warehouse_id, line_id, session_id, media_type, image, added_by, added_at)
     select warehouse_id, id, session_id + 1, 'image/jpeg', 'x', 'nobody', now() from count_line limit 1`,
  ],
  [
    "I9 History refuses",
    "a picture can be rewritten",
    `drop trigger line_photo_append_only on line_photo`,
  ],
];
