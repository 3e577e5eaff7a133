/** What is done to the chain behind everybody's back, and which invariant sees it. */
export const sabotageOfAudit: [invariant: string, deed: string, statement: string][] = [
  [
    "I10 Each decision follows",
    "a decision is said to be another person's",
    `update audit_entry set actor_id = 'nobody' where sequence = 1`,
  ],
  [
    "I10 Each decision follows",
    "the text of a decision is changed",
    `update audit_entry set body = body || ' ' where sequence = 2`,
  ],
  [
    "I10 Each decision follows",
    "a decision is missing",
    `delete from audit_entry where sequence = 2`,
  ],
  [
    "I10 Each decision follows",
    "the last decision is missing",
    `delete from audit_entry e where not exists (
       select from audit_entry n where n.warehouse_id = e.warehouse_id and n.sequence > e.sequence)`,
  ],
  [
    "I10 Each decision follows",
    "two decisions have changed places",
    `update audit_entry e set kind = o.kind, body = o.body, hash = o.hash, actor_id = o.actor_id,
       happened_at = o.happened_at, session_id = o.session_id
     from audit_entry o where o.warehouse_id = e.warehouse_id and e.sequence + o.sequence = 3`,
  ],
  [
    "I10 Each move that is sealed",
    "the reference of a move is changed",
    `update stock_move set reference = 'another' where (warehouse_id, id) =
      (select warehouse_id, first_move_id from ledger_seal order by 1, 2 limit 1)`,
  ],
  [
    "I10 Each seal of the ledger",
    "a seal is said to be another",
    `update ledger_seal set hash = 'another' where (warehouse_id, last_move_id) =
      (select warehouse_id, max(last_move_id) from ledger_seal group by 1 order by 1 limit 1)`,
  ],
  [
    "I10 What was posted and approved",
    "a posted line is said to have cost more",
    `update posting_line set unit_cost = coalesce(unit_cost, 0) + 1`,
  ],
  [
    "I9 The application's role cannot write stock",
    "the application may append to the chain by itself",
    `grant insert on audit_entry to tallyroom_app`,
  ],
];
