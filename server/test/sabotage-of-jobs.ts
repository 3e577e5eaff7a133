/** What is done to jobs behind everybody's back, and which invariant sees it. */
export const sabotageOfJobs: [invariant: string, deed: string, statement: string][] = [
  [
    "I6 A job that is done",
    "a job claims a posting that nobody has made",
    `insert into job (warehouse_id, kind, session_id, request_key, request, asked_by, asked_at, state,
       total, ended_at, result, revision)
     select s.warehouse_id, 'POST_SESSION', s.id, 'digest', '{}', 'ines', now(), 'DONE', 0, now(),
       '{"postingId": 987654}', 0 from count_session s limit 1`,
  ],
  [
    "I7 The revisions of jobs",
    "a job has changed without the head of its warehouse",
    `insert into job (warehouse_id, kind, session_id, request_key, request, asked_by, asked_at,
       total, revision)
     select s.warehouse_id, 'POST_SESSION', s.id, 'digest', '{}', 'ines', now(), 0, 7
     from count_session s limit 1`,
  ],
];
