/** What is done to plans behind everybody's back, and which invariant sees it. */
export const sabotageOfPlans: [invariant: string, deed: string, statement: string][] = [
  [
    "Each place of a schedule",
    "two counts have the same place of a schedule",
    `with run as (
       insert into planning_run (warehouse_id, kind, run_on, made_by, made_at)
       select warehouse_id, 'ASKED', now(), 'ines', now() from schedule limit 1 returning *)
     insert into due_count (warehouse_id, schedule_id, location_id, due_on, planned_on, attempt, lines,
       run_id, session_id)
     select s.warehouse_id, s.id, null, now(), now(), n, 1, run.id, c.id
     from run
     join schedule s on s.warehouse_id = run.warehouse_id
     join count_session c on c.warehouse_id = s.warehouse_id
     cross join generate_series(0, 1) as n
     where s.id = (select min(id) from schedule)
       and c.id = (select min(id) from count_session where warehouse_id = s.warehouse_id
         and status = 'OPEN')`,
  ],
  [
    "The shares of each analysis",
    "an item claims more than its share",
    `update abc_run_item set share = share + 0.000000001
     where (warehouse_id, run_id, rank) =
       (select warehouse_id, run_id, rank from abc_run_item order by 1, 2, 3 limit 1)`,
  ],
];
