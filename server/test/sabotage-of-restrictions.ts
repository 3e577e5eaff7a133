/** What is done to close-offs behind everybody's back, and which invariant sees it. */
export const sabotageOfRestrictions: [invariant: string, deed: string, statement: string][] = [
  [
    "What was done past a denial",
    "a denied move is noted without a reason",
    `with made as (
       insert into close_off (warehouse_id, location_id, mode, owner_id, reason, made_at, expires_at)
       select warehouse_id, id, 'DENY', 'ines', 'a spill', now(), now() + interval '1 day'
       from location limit 1 returning *
     ), step as (
       insert into close_off_step (warehouse_id, close_off_id, kind, actor_id, happened_at)
       select warehouse_id, id, 'MADE', owner_id, made_at from made
     )
     insert into close_off_move (warehouse_id, close_off_id, move_id)
     select warehouse_id, id, 1 from made`,
  ],
  [
    "Each close-off tells",
    "a close-off that nobody has made",
    `insert into close_off (warehouse_id, location_id, mode, owner_id, reason, made_at, expires_at)
     select warehouse_id, id, 'DENY', 'ines', 'a spill', now(), now() + interval '1 day'
     from location limit 1`,
  ],
];
