-- What holds at all times. `npm run verify` runs each statement, all in one snapshot; a statement
-- returns the rows that break it. The first comment line above it that begins with a number is its name.

-- I2 Each external id is one move: one leg, or for a MOVE two that cancel each other out
select m.warehouse_id, m.recorded_by, m.external_id, array_agg(m.id order by m.id) as moves
from stock_move m
join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id
group by m.warehouse_id, m.recorded_by, m.external_id
having case when bool_or(m.kind = 'MOVE')
  then array_agg(m.leg order by m.leg) <> array[0, 1]::smallint[]
    or sum(m.quantity) <> 0
    or sum(m.quantity) filter (where m.leg = 0) > 0
    or count(distinct (m.kind, m.effective_at, m.recorded_at, q.item_id, q.lot_id)) <> 1
  else array_agg(m.leg) <> array[0]::smallint[]
end;

-- Every item has its number among the changes of the catalogue, and none is ahead of the last
select i.id as item_id, c.sequence
from item i
left join item_change c on c.item_id = i.id
where c.sequence is null or c.sequence > (select sequence from catalogue_head);

-- I4 A receipt brings in and an issue takes out
select m.warehouse_id, m.id, m.kind, m.quantity
from stock_move m
where (m.kind = 'RECEIPT' and m.quantity < 0) or (m.kind = 'ISSUE' and m.quantity > 0);

-- I4 Nothing was recorded before it happened; a sender's clock may run five minutes ahead
select m.warehouse_id, m.id, m.effective_at, m.recorded_at
from stock_move m
where m.effective_at > m.recorded_at + interval '5 minutes';

-- I4 Stock is the sum of the ledger, quant by quant
select q.warehouse_id, q.id, q.quantity_on_hand, coalesce(l.quantity, 0) as quantity_in_ledger
from quant q
left join (
  select warehouse_id, quant_id, sum(quantity) as quantity
  from stock_move group by warehouse_id, quant_id
) l on l.warehouse_id = q.warehouse_id and l.quant_id = q.id
where q.quantity_on_hand <> coalesce(l.quantity, 0);

-- I4 Each quant knows the instant of its latest move
select q.warehouse_id, q.id, q.last_moved_at, l.moved_at
from quant q
left join (
  select warehouse_id, quant_id, max(effective_at) as moved_at
  from stock_move group by warehouse_id, quant_id
) l on l.warehouse_id = q.warehouse_id and l.quant_id = q.id
where q.last_moved_at is distinct from l.moved_at;

-- I4 Nothing is below nothing, where the warehouse does not allow it
select q.warehouse_id, q.id, q.quantity_on_hand
from quant q join warehouse w on w.id = q.warehouse_id
where q.quantity_on_hand < 0 and not w.allows_negative_stock;

-- I4 Each serial stands where its last move put it
-- The ledgers of two warehouses share no order, and need none: a serial has come into one at most.
with last_move as (
  select distinct on (s.serial_unit_id, s.warehouse_id)
    s.serial_unit_id, s.warehouse_id, m.quant_id, m.quantity
  from stock_move_serial s
  join stock_move m on m.warehouse_id = s.warehouse_id and m.id = s.move_id
  order by s.serial_unit_id, s.warehouse_id, s.move_id desc
), standing as (
  select serial_unit_id, array_agg(row(warehouse_id, quant_id)::text) as places
  from last_move where quantity > 0 group by serial_unit_id
)
select u.id, u.serial, u.warehouse_id, u.quant_id, s.places as places_in_ledger
from serial_unit u left join standing s on s.serial_unit_id = u.id
where coalesce(s.places, '{}')
  <> case when u.quant_id is null then '{}' else array[row(u.warehouse_id, u.quant_id)::text] end;

-- I4 A quant holds as many serials as pieces, and serials of its own item
select q.warehouse_id, q.id, i.tracking, q.quantity_on_hand, coalesce(u.count, 0) as serials
from quant q
join item i on i.id = q.item_id
left join (
  select u.warehouse_id, u.quant_id, count(*), array_agg(distinct u.item_id) as item_ids
  from serial_unit u where u.quant_id is not null
  group by u.warehouse_id, u.quant_id
) u on u.warehouse_id = q.warehouse_id and u.quant_id = q.id
where coalesce(u.count, 0)
    <> case when i.tracking in ('SERIAL', 'RFID') then q.quantity_on_hand else 0 end
  or u.item_ids <> array[q.item_id];

-- I4 A move of serials names as many as pieces
select m.warehouse_id, m.id, m.quantity, coalesce(s.count, 0) as serials
from stock_move m
join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id
join item i on i.id = q.item_id
left join (
  select warehouse_id, move_id, count(*) from stock_move_serial group by warehouse_id, move_id
) s on s.warehouse_id = m.warehouse_id and s.move_id = m.id
where coalesce(s.count, 0)
  <> case when i.tracking in ('SERIAL', 'RFID') then abs(m.quantity) else 0 end;

-- I4 Items told apart by lots lie in quants of a lot of theirs, other items in quants of none
select q.warehouse_id, q.id, i.tracking, q.lot_id
from quant q
join item i on i.id = q.item_id
left join lot t on t.id = q.lot_id
where (i.tracking = 'LOT') <> (q.lot_id is not null) or t.item_id <> q.item_id;

-- I3 What was seen and what happened belongs to a count that is there
select t.kind, t.warehouse_id, t.session_id, t.position
from (
  select 'observation' as kind, warehouse_id, session_id, id as position from observation
  union all
  select 'event', warehouse_id, session_id, sequence from session_event
) t
where not exists (
  select from count_session s where s.warehouse_id = t.warehouse_id and s.id = t.session_id);

-- I3 What was seen stands on a line of its own count
select o.warehouse_id, o.session_id, o.id, o.line_id
from observation o
where o.line_id is not null and not exists (
  select from count_line l
  where l.warehouse_id = o.warehouse_id and l.id = o.line_id and l.session_id = o.session_id);

-- I7 Each ledger is 1 to n without a hole, and its head is at n
select w.id as warehouse_id, h.last_move_id, m.count, m.first, m.last
from warehouse w
left join ledger_head h on h.warehouse_id = w.id
left join (
  select warehouse_id, count(*), min(id) as first, max(id) as last
  from stock_move group by warehouse_id
) m on m.warehouse_id = w.id
where h.last_move_id is null
  or (coalesce(m.count, 0), coalesce(m.first, 1), coalesce(m.last, 0)) <> (h.last_move_id, 1, h.last_move_id);

-- I7 The events of each count are 1 to n without a hole but for those that were pruned, and its head is at n
select s.warehouse_id, s.id, s.sequence, s.events_pruned, e.count, e.first, e.last
from count_session s
left join (
  select warehouse_id, session_id, count(*), min(sequence) as first, max(sequence) as last
  from session_event group by warehouse_id, session_id
) e on e.warehouse_id = s.warehouse_id and e.session_id = s.id
where (coalesce(e.count, 0), coalesce(e.first, s.events_pruned + 1), coalesce(e.last, s.events_pruned))
  <> (s.sequence - s.events_pruned, s.events_pruned + 1, s.sequence);

-- Each count knows how many of its events are kept from the blind
select s.warehouse_id, s.id, s.hidden_events, count(e.sequence)
from count_session s
left join session_event e on e.warehouse_id = s.warehouse_id and e.session_id = s.id
  and e.kind in ('LINE_REEVALUATED', 'POSTING_MADE', 'POSTING_REVERSED', 'ROUND_CHOSEN',
    'LINES_APPROVED', 'LINES_REJECTED', 'APPROVAL_LOST')
where s.events_pruned = 0
group by s.warehouse_id, s.id
having s.hidden_events <> count(e.sequence);

-- I7 Each event is of a kind that its followers know
select e.warehouse_id, e.session_id, e.sequence, e.kind
from session_event e
where e.kind not in ('SESSION_STARTED', 'SESSION_UPDATED', 'SESSION_SUBMITTED', 'SESSION_REOPENED',
  'SESSION_RESET', 'SESSION_CLOSED', 'SESSION_CANCELLED', 'OBSERVATION_RECORDED',
  'OBSERVATION_UNMATCHED', 'OBSERVATION_QUARANTINED', 'OBSERVATION_MATCHED',
  'OBSERVATION_DISMISSED', 'DISPUTE_RESOLVED', 'LINE_ADDED', 'LINE_REEVALUATED',
  'CLAIM_TAKEN_OVER', 'CLAIM_FORCE_RELEASED', 'WORK_SHARED_OUT', 'DEVICE_EXCLUDED', 'POSTING_MADE',
  'POSTING_REVERSED', 'RECOUNT_ASKED', 'ROUND_CHOSEN', 'LINES_APPROVED', 'LINES_REJECTED', 'APPROVAL_LOST');

-- I7 The notices of each warehouse are 1 to n without a hole, and their head is at n
select coalesce(h.warehouse_id, n.warehouse_id) as warehouse_id, h.last_sequence, n.count
from notice_head h
full join (
  select warehouse_id, count(*), max(sequence) as last from notice group by warehouse_id
) n on n.warehouse_id = h.warehouse_id
where (coalesce(n.count, 0), coalesce(n.last, 0)) <> (coalesce(h.last_sequence, 0), coalesce(h.last_sequence, 0));

-- I7 What is told to one person is 1 to n, and the head is at n
select coalesce(h.warehouse_id, n.warehouse_id) as warehouse_id, coalesce(h.user_id, n.user_id) as user_id,
  h.last_sequence, n.count
from own_notice_head h
full join (
  select warehouse_id, user_id, count(*), max(sequence) as last from own_notice group by 1, 2
) n on n.warehouse_id = h.warehouse_id and n.user_id = h.user_id
where (coalesce(n.count, 0), coalesce(n.last, 0)) <> (coalesce(h.last_sequence, 0), coalesce(h.last_sequence, 0));

-- I7 Each entry that a count keeps has its event
select o.warehouse_id, o.session_id, o.id, o.external_id
from observation o
join count_session s on s.warehouse_id = o.warehouse_id and s.id = o.session_id and s.events_pruned = 0
where not exists (
  select from session_event e
  where e.warehouse_id = o.warehouse_id and e.session_id = o.session_id
    and coalesce(e.details ->> 'recordedBy', e.actor_id) = o.recorded_by
    and e.details ->> 'externalId' = o.external_id);

-- I2 Each match stands for one loose entry, with its count, its instant and the number typed
select m.warehouse_id, m.id, m.recorded_by, m.matches_external_id
from observation m
left join observation o on o.warehouse_id = m.warehouse_id and o.recorded_by = m.recorded_by
  and o.external_id = m.matches_external_id
where m.matches_external_id is not null
  and (o.outcome in ('UNMATCHED', 'QUARANTINED')
    and (m.session_id, m.generation, m.mode, m.counted_at) = (o.session_id, o.generation, o.mode, o.counted_at)
    and coalesce(m.quantity_typed = o.quantity_typed, o.quantity_typed is null)) is not true;

-- What was let go is a loose entry, and nothing was matched with it
select d.warehouse_id, d.observation_id, o.outcome
from observation_dismissal d
left join observation o on o.warehouse_id = d.warehouse_id and o.id = d.observation_id
where coalesce(o.outcome, 'RECORDED') = 'RECORDED' or exists (
  select from observation m
  where m.warehouse_id = o.warehouse_id and m.recorded_by = o.recorded_by
    and m.matches_external_id = o.external_id);

-- The figures of each count are the sum of its lines
select s.warehouse_id, s.id, s.lines_total, s.lines_counted, s.lines_skipped, s.lines_not_accessible,
  s.lines_different
from count_session s
left join count_line l on l.warehouse_id = s.warehouse_id and l.session_id = s.id
group by s.warehouse_id, s.id
having (s.lines_total, s.lines_counted, s.lines_skipped, s.lines_not_accessible, s.lines_different) <> (
  count(l.id), count(l.id) filter (where l.state = 'COUNTED'),
  count(l.id) filter (where l.state = 'SKIPPED'),
  count(l.id) filter (where l.state = 'NOT_ACCESSIBLE'),
  count(l.id) filter (where l.quantity_variance <> 0));

-- Each line knows how many of its changes are kept from the blind
select l.warehouse_id, l.id, l.reevaluations, count(e.sequence)
from count_line l
join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id and s.events_pruned = 0
left join session_event e on e.warehouse_id = l.warehouse_id and e.session_id = l.session_id
  and e.line_id = l.id and e.kind in ('LINE_REEVALUATED', 'ROUND_CHOSEN')
group by l.warehouse_id, l.id
having l.reevaluations <> count(e.sequence);

-- Each counted line expects what the ledger held at the instant it was counted
select l.warehouse_id, l.id, l.quantity_counted, l.quantity_expected, l.quantity_variance
from count_line l
left join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
  and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
  and q.status = l.stock_status
where l.state = 'COUNTED' and l.is_active
  and (l.quantity_expected, l.quantity_variance) <> (
    coalesce(quantity_at(l.warehouse_id, q.id, l.window_last_at), 0),
    l.quantity_counted - l.quantity_expected);

-- Each count knows how many of its lines were asked for again
select s.warehouse_id, s.id, s.lines_recounted, count(l.id)
from count_session s
left join count_line l on l.warehouse_id = s.warehouse_id and l.session_id = s.id and l.round > 1
group by s.warehouse_id, s.id
having s.lines_recounted <> count(l.id);

-- Rounds of a line are 1 to n, of its own count, and the line knows n
select l.warehouse_id, l.id, l.round, count(r.round) as rounds, max(r.round) as last
from count_line l
join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
left join line_round r on r.warehouse_id = l.warehouse_id and r.line_id = l.id
  and r.generation = s.generation
where l.round > 1 or r.round is not null
group by l.warehouse_id, l.id
having (count(r.round), coalesce(max(r.round), 1)) <> (l.round, l.round)
  or bool_or(r.session_id <> l.session_id);

-- A line that was counted again shows the round that stands
select l.warehouse_id, l.id, l.standing_round, l.quantity_counted, r.quantity_counted as in_round
from count_line l
join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
join line_round r on r.warehouse_id = l.warehouse_id and r.line_id = l.id
  and r.generation = s.generation and r.round = l.standing_round
where l.round > 1 and (l.state, l.quantity_counted, l.window_last_at, l.counter_ids, l.is_disputed)
  is distinct from (r.state, r.quantity_counted, r.window_last_at, r.counter_ids, r.is_disputed);

-- Each round expects what the ledger held at its own instant
select r.warehouse_id, r.line_id, r.round, r.quantity_counted, r.quantity_expected
from line_round r
join count_line l on l.warehouse_id = r.warehouse_id and l.id = r.line_id and l.is_active
join count_session s on s.warehouse_id = r.warehouse_id and s.id = r.session_id
  and s.generation = r.generation
left join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
  and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
  and q.status = l.stock_status
where r.state = 'COUNTED' and (r.quantity_expected, r.quantity_variance) <> (
  coalesce(quantity_at(r.warehouse_id, q.id, r.window_last_at), 0),
  r.quantity_counted - r.quantity_expected);

-- Each entry is of a round that its line has
select o.warehouse_id, o.id, o.line_id, o.round
from observation o
where o.round > 1 and not exists (
  select from line_round r
  where r.warehouse_id = o.warehouse_id and r.line_id = o.line_id
    and r.generation = o.generation and r.round = o.round);

-- R7 Nobody has counted a line in two of its rounds
select r.warehouse_id, r.line_id, r.generation, o.recorded_by
from line_round r
join observation o on o.warehouse_id = r.warehouse_id and o.line_id = r.line_id
  and o.generation = r.generation and o.outcome = 'RECORDED' and o.mode in ('ADD', 'REPLACE', 'VERIFY')
where r.round = 1
group by r.warehouse_id, r.line_id, r.generation, o.recorded_by
having count(distinct o.round) > 1;

-- I5 Each posted line has exactly its adjustment, and nothing else was adjusted or reversed
select l.warehouse_id, l.posting_id, l.line_id, null::bigint as move_id, l.quantity_delta, v.quantity
from posting_line l
left join (
  select v.warehouse_id, v.posting_id, v.line_id, sum(m.quantity) as quantity
  from posting_move v
  join stock_move m on m.warehouse_id = v.warehouse_id and m.id = v.move_id
  where not v.is_counterpart
  group by v.warehouse_id, v.posting_id, v.line_id
) v on v.warehouse_id = l.warehouse_id and v.posting_id = l.posting_id and v.line_id = l.line_id
where l.quantity_delta <> coalesce(v.quantity, 0)
union all
select m.warehouse_id, v.posting_id, v.line_id, m.id, null, m.quantity
from stock_move m
left join posting_move v on v.warehouse_id = m.warehouse_id and v.move_id = m.id
where m.kind in ('COUNT_ADJUSTMENT', 'REVERSAL') and v.move_id is null;

-- I5 What was posted is the variance at the line's own instant, as far as the ledger then knew
select l.warehouse_id, l.posting_id, l.line_id, l.quantity_delta, l.quantity_expected
from posting_line l
join posting p on p.warehouse_id = l.warehouse_id and p.id = l.posting_id
join count_line c on c.warehouse_id = l.warehouse_id and c.id = l.line_id
where p.kind = 'POSTING' and (l.quantity_delta <> l.quantity_counted - l.quantity_expected
  or l.quantity_expected <> coalesce((
    select sum(m.quantity) from quant q
    join stock_move m on m.warehouse_id = q.warehouse_id and m.quant_id = q.id
    where q.warehouse_id = c.warehouse_id and q.item_id = c.item_id and q.location_id = c.location_id
      and q.lot_id is not distinct from c.lot_id and q.status = c.stock_status
      and m.effective_at <= l.counted_at and m.id <= p.ledger_position), 0));

-- I5 A posting is all of its lines
select p.warehouse_id, p.id, p.line_count, p.adjusted_count, count(l.line_id) as lines
from posting p
left join posting_line l on l.warehouse_id = p.warehouse_id and l.posting_id = p.id
group by p.warehouse_id, p.id
having (p.line_count, p.adjusted_count)
  <> (count(l.line_id), count(l.line_id) filter (where l.quantity_delta <> 0));

-- I5 What was taken back and what takes it back name each other, and come to nothing
select coalesce(o.warehouse_id, r.warehouse_id) as warehouse_id, o.posting_id, r.posting_id as reversed_by,
  coalesce(o.line_id, r.line_id) as line_id
from (select * from posting_line where reversed_by_id is not null) o
full join (select * from posting_line where reverses_posting_id is not null) r
  on r.warehouse_id = o.warehouse_id and r.line_id = o.line_id and r.posting_id = o.reversed_by_id
where (r.reverses_posting_id = o.posting_id and r.quantity_delta = - o.quantity_delta) is not true;

-- I6 A count is posted when what differs is, partly posted when some of it is, and else not
select s.warehouse_id, s.id, s.status, s.is_submitted, l.posted, l.waiting, l.differing
from count_session s
left join lateral (
  select count(p.line_id) as posted,
    count(*) filter (where c.state = 'COUNTED' and p.line_id is null) as waiting,
    count(*) filter (where c.quantity_variance <> 0 and p.line_id is null) as differing
  from count_line c
  left join posting_line p on p.warehouse_id = c.warehouse_id and p.line_id = c.id
    and p.reverses_posting_id is null and p.reversed_by_id is null
  where c.warehouse_id = s.warehouse_id and c.session_id = s.id
) l on true
where case s.status
  when 'POSTED' then l.differing > 0
  when 'PARTIAL' then l.posted = 0 or (s.is_submitted and l.waiting = 0)
  else l.posted > 0
end;

-- I6 The ledger looks at the lines of running counts that are not posted, and at no others
select l.warehouse_id, l.id, l.is_active, s.status, p.posting_id
from count_line l
join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
left join posting_line p on p.warehouse_id = l.warehouse_id and p.line_id = l.id
  and p.reverses_posting_id is null and p.reversed_by_id is null
where l.is_active <> (s.status not in ('POSTED', 'CANCELLED') and p.posting_id is null);

-- I6 A job that is done has posted what it was asked to post
select j.warehouse_id, j.id, j.result
from job j
where j.kind = 'POST_SESSION' and j.state = 'DONE' and not exists (
  select from posting p
  where p.warehouse_id = j.warehouse_id and p.id = (j.result ->> 'postingId')::bigint
    and p.session_id = j.session_id and p.digest = j.request_key);

-- I7 The revisions of jobs are behind the head of their warehouse
select j.warehouse_id, max(j.revision) as last, h.last_revision
from job j
left join job_head h on h.warehouse_id = j.warehouse_id
group by j.warehouse_id, h.last_revision
having max(j.revision) > coalesce(h.last_revision, 0);

-- What was done past a denial says why, and nothing else does
select v.warehouse_id, v.close_off_id, v.move_id, c.mode, v.override_reason
from close_off_move v
join close_off c on c.warehouse_id = v.warehouse_id and c.id = v.close_off_id
where (c.mode = 'DENY') <> (v.override_reason is not null);

-- Each close-off tells who made it, and who ended it where somebody did
select c.warehouse_id, c.id, s.made, s.ended
from close_off c
cross join lateral (
  select count(*) filter (where s.kind = 'MADE') as made, count(*) filter (where s.kind = 'ENDED') as ended
  from close_off_step s where s.warehouse_id = c.warehouse_id and s.close_off_id = c.id
) s
where (s.made, s.ended) <> (1, (c.ended_at is not null)::int);

-- Tolerances of a warehouse are versions 1 to n
select t.warehouse_id, count(*) as versions, max(t.version) as last
from tolerance_set t
group by t.warehouse_id
having count(*) <> max(t.version);

-- What was found out about a line is revisions 1 to n, of the count that has the line
select v.warehouse_id, v.line_id, count(*) as revisions, max(v.revision) as last
from investigation v
join count_line l on l.warehouse_id = v.warehouse_id and l.id = v.line_id
group by v.warehouse_id, v.line_id
having count(*) <> max(v.revision) or bool_or(v.session_id <> l.session_id);

-- A picture is of the count that has its line
select f.warehouse_id, f.id, f.line_id, f.session_id
from line_photo f
join count_line l on l.warehouse_id = f.warehouse_id and l.id = f.line_id
where f.session_id <> l.session_id;

-- An approval that holds is of the numbers that its line has, and each count knows how many hold
select s.warehouse_id, s.id, s.approvals_standing, count(a.id) as standing,
  array_agg(a.line_id) filter (where a.numbers_digest is distinct from line_numbers_digest(
    l.quantity_counted, l.quantity_expected, l.unit_cost, l.currency)) as lines_of_other_numbers
from count_session s
left join line_approval a on a.warehouse_id = s.warehouse_id and a.session_id = s.id
  and a.invalidated_at is null
left join count_line l on l.warehouse_id = a.warehouse_id and l.id = a.line_id
group by s.warehouse_id, s.id
having s.approvals_standing <> count(a.id)
  or bool_or(a.numbers_digest is distinct from line_numbers_digest(
    l.quantity_counted, l.quantity_expected, l.unit_cost, l.currency)) and bool_or(a.id is not null);

-- Nobody's approval holds of what he has counted himself, where one person does not do all
select a.warehouse_id, a.line_id, a.approved_by, o.id as observation_id
from line_approval a
join observation o on o.warehouse_id = a.warehouse_id and o.line_id = a.line_id
  and a.approved_by in (o.recorded_by, o.matched_by, o.entered_by) and o.mode in ('ADD', 'REPLACE', 'VERIFY', 'VOID')
where a.invalidated_at is null and not a.is_own_count;

-- I5 Where approval is needed, what is posted was approved with these numbers when it was posted
select p.warehouse_id, p.id, l.line_id
from posting p
join count_session s on s.warehouse_id = p.warehouse_id and s.id = p.session_id
  and (s.options -> '170')::boolean
join posting_line l on l.warehouse_id = p.warehouse_id and l.posting_id = p.id
where p.kind = 'POSTING' and not exists (
  select from line_approval a
  where a.warehouse_id = l.warehouse_id and a.line_id = l.line_id and a.approved_at <= p.posted_at
    and coalesce(a.invalidated_at >= p.posted_at, true)
    and a.numbers_digest = line_numbers_digest(
      l.quantity_counted, l.quantity_expected, l.unit_cost, l.currency));

-- I10 Each decision follows the one before it: none is changed, missing or in another's place
select c.warehouse_id, c.sequence, c.hash
from (
  select e.*, row_number() over w as position, coalesce(lag(e.hash) over w, '') as hash_before
  from audit_entry e window w as (partition by e.warehouse_id order by e.sequence)
) c
where c.sequence <> c.position
  or c.hash <> encode(sha256(convert_to(c.hash_before || c.body, 'UTF8')), 'hex')
  or (c.warehouse_id, c.sequence, c.kind, c.actor_id, audit_instant(c.happened_at), c.session_id)
    is distinct from ((c.body::jsonb ->> 'warehouse')::int, (c.body::jsonb ->> 'sequence')::bigint,
      c.body::jsonb ->> 'kind', c.body::jsonb ->> 'actor', c.body::jsonb ->> 'at',
      (c.body::jsonb ->> 'session')::bigint)
union all
select coalesce(h.warehouse_id, e.warehouse_id), h.last_sequence, h.last_hash
from audit_head h
full join (
  select distinct on (warehouse_id) * from audit_entry order by warehouse_id, sequence desc
) e on e.warehouse_id = h.warehouse_id
where (h.last_sequence, h.last_hash) is distinct from (e.sequence, e.hash);

-- I10 Each move that is sealed is as it was sealed, and stands where it stood
select s.warehouse_id, g.id as move_id, s.last_move_id as sealed_up_to
from ledger_seal s
cross join lateral generate_series(s.first_move_id, s.last_move_id) as g(id)
left join stock_move m on m.warehouse_id = s.warehouse_id and m.id = g.id
where sha256(convert_to(stock_move_text(m), 'UTF8'))
  <> substr(s.row_digests, (g.id - s.first_move_id)::int * 32 + 1, 32);

-- I10 Each seal of the ledger follows the one before it, and decisions name seals that are there
select c.warehouse_id, c.last_move_id, c.hash
from (
  select s.*, coalesce(lag(s.hash) over w, '') as hash_before,
    coalesce(lag(s.last_move_id) over w, 0) as before
  from ledger_seal s window w as (partition by s.warehouse_id order by s.last_move_id)
) c
where c.first_move_id <> c.before + 1 or c.hash <> encode(sha256(convert_to(c.hash_before, 'UTF8') || c.row_digests), 'hex')
union all
select e.warehouse_id, e.sequence, e.body::jsonb -> 'ledger' ->> 'hash'
from audit_entry e
left join ledger_seal s on s.warehouse_id = e.warehouse_id
  and s.last_move_id = (e.body::jsonb -> 'ledger' ->> 'position')::bigint
where coalesce(s.hash, '') <> e.body::jsonb -> 'ledger' ->> 'hash';

-- I10 What was posted and approved is what the decision says
select e.warehouse_id, e.sequence, e.kind
from audit_entry e
where e.kind in ('POSTING_MADE', 'POSTING_REVERSED')
  and e.body::jsonb -> 'details' ->> 'linesDigest' <> posting_lines_digest(e.warehouse_id,
    (e.body::jsonb -> 'details' ->> 'postingId')::bigint)
union all
select e.warehouse_id, e.sequence, e.kind
from audit_entry e
where e.kind = 'LINES_APPROVED' and e.body::jsonb -> 'details' ->> 'linesDigest' <> (
  select encode(sha256(convert_to(coalesce(string_agg(a.line_id || ':' || a.numbers_digest, ';'
    order by a.line_id), ''), 'UTF8')), 'hex')
  from line_approval a
  where a.warehouse_id = e.warehouse_id and a.session_id = e.session_id
    and a.event_sequence = (e.body::jsonb -> 'details' ->> 'event')::bigint);

-- I9 The application's role cannot write stock but through the ledger, or rewrite what was seen and done
select r.rolname as role, k.relation, p.privilege
from pg_roles r
cross join (values ('quant', '{INSERT,UPDATE,DELETE,TRUNCATE}'::text[]),
  ('stock_move', '{INSERT,UPDATE,DELETE,TRUNCATE}'), ('stock_move_serial', '{INSERT,UPDATE,DELETE,TRUNCATE}'),
  ('observation', '{UPDATE,DELETE,TRUNCATE}'), ('observation_dismissal', '{UPDATE,DELETE,TRUNCATE}'),
  ('session_event', '{UPDATE,DELETE,TRUNCATE}'), ('posting', '{UPDATE,DELETE,TRUNCATE}'),
  ('posting_line', '{DELETE,TRUNCATE}'), ('posting_move', '{UPDATE,DELETE,TRUNCATE}'),
  ('tolerance_set', '{UPDATE,DELETE,TRUNCATE}'),
  ('tolerance_rule', '{UPDATE,DELETE,TRUNCATE}'), ('investigation', '{UPDATE,DELETE,TRUNCATE}'),
  ('line_photo', '{UPDATE,DELETE,TRUNCATE}'),
  ('recount_request', '{UPDATE,DELETE,TRUNCATE}'), ('own_notice', '{UPDATE,DELETE,TRUNCATE}'),
  ('line_approval', '{DELETE,TRUNCATE}'), ('line_rejection', '{UPDATE,DELETE,TRUNCATE}'),
  ('audit_entry', '{INSERT,UPDATE,DELETE,TRUNCATE}'), ('ledger_seal', '{INSERT,UPDATE,DELETE,TRUNCATE}'),
  ('audit_head', '{INSERT,UPDATE,DELETE,TRUNCATE}'),
  ('close_off', '{DELETE,TRUNCATE}'), ('close_off_step', '{UPDATE,DELETE,TRUNCATE}'),
  ('close_off_move', '{UPDATE,DELETE,TRUNCATE}'), ('stock_hold', '{DELETE,TRUNCATE}'))
  as k(relation, privileges)
cross join unnest(k.privileges) as p(privilege)
where r.rolname = 'tallyroom_app'
  and (has_table_privilege(r.oid, k.relation, p.privilege)
    or p.privilege in ('INSERT', 'UPDATE') and has_any_column_privilege(r.oid, k.relation, p.privilege));

-- I9 The application's role cannot say where a serial stands, or where a ledger's head is
select r.rolname as role, k.relation, k.column_name, p.privilege
from pg_roles r
cross join (values ('serial_unit', 'warehouse_id'), ('serial_unit', 'quant_id'),
  ('ledger_head', 'last_move_id')) as k(relation, column_name)
cross join unnest(array['INSERT', 'UPDATE']) as p(privilege)
where r.rolname = 'tallyroom_app'
  and has_column_privilege(r.oid, k.relation, k.column_name, p.privilege);

-- I9 History refuses to be edited, by trigger, whoever asks
select k.relation, e.event
from (values ('stock_move', '{DELETE,UPDATE,TRUNCATE}'::text[]), ('stock_move_serial', '{DELETE,UPDATE,TRUNCATE}'),
  ('observation', '{DELETE,UPDATE,TRUNCATE}'), ('observation_dismissal', '{DELETE,UPDATE,TRUNCATE}'),
  ('session_event', '{UPDATE,TRUNCATE}'), ('posting', '{DELETE,UPDATE,TRUNCATE}'),
  ('posting_line', '{DELETE,TRUNCATE}'), ('posting_move', '{DELETE,UPDATE,TRUNCATE}'),
  ('tolerance_set', '{DELETE,UPDATE,TRUNCATE}'),
  ('tolerance_rule', '{DELETE,UPDATE,TRUNCATE}'), ('investigation', '{DELETE,UPDATE,TRUNCATE}'),
  ('line_photo', '{DELETE,UPDATE,TRUNCATE}'), ('count_sheet', '{DELETE,UPDATE,TRUNCATE}'),
  ('recount_request', '{DELETE,UPDATE,TRUNCATE}'), ('own_notice', '{DELETE,UPDATE,TRUNCATE}'),
  ('line_approval', '{DELETE,TRUNCATE}'), ('line_rejection', '{DELETE,UPDATE,TRUNCATE}'),
  ('audit_entry', '{DELETE,UPDATE,TRUNCATE}'), ('ledger_seal', '{DELETE,UPDATE,TRUNCATE}'),
  ('close_off', '{DELETE,TRUNCATE}'), ('close_off_step', '{DELETE,UPDATE,TRUNCATE}'),
  ('close_off_move', '{DELETE,UPDATE,TRUNCATE}'), ('stock_hold', '{DELETE,TRUNCATE}'),
  ('abc_run_item', '{DELETE,UPDATE,TRUNCATE}')) as k(relation, events)
join (values ('DELETE', 8), ('UPDATE', 16), ('TRUNCATE', 32)) as e(event, bit) on e.event = any (k.events)
where not exists (
  select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where t.tgrelid = k.relation::regclass and p.proname = 'refuse_rewrite'
    -- Before the statement (2), for the event, and switched on.
    and t.tgtype & 2 <> 0 and t.tgtype & e.bit <> 0 and t.tgenabled in ('O', 'A'));

-- The sheets of each count are 1 to n
select warehouse_id, session_id, count(*) as sheets, max(number) as last
from count_sheet
group by warehouse_id, session_id
having max(number) <> count(*);

-- What stands on a sheet are lines of its count, each once
select s.warehouse_id, s.id, s.session_id
from count_sheet s
cross join lateral (
  select count(*) as named, count(distinct n.id) as lines, count(distinct l.id) as found
  from unnest(s.line_ids) n(id)
  left join count_line l on l.warehouse_id = s.warehouse_id and l.id = n.id
    and l.session_id = s.session_id
) x
where (x.named, x.named) <> (x.lines, x.found);

-- What was typed from a sheet is of a line that stands on it, or was found beside its lines
select o.warehouse_id, o.id, o.sheet_id, o.line_id
from observation o
join count_sheet s on s.warehouse_id = o.warehouse_id and s.id = o.sheet_id
where o.session_id <> s.session_id or (o.mode <> 'ADD' and o.line_id <> all (s.line_ids));

-- Each place hangs in the tree by its path
select c.warehouse_id, c.id, c.code, c.path
from location c
left join location p on p.warehouse_id = c.warehouse_id and p.id = c.parent_id
where c.path <> coalesce(p.path, '/') || c.id || '/';

-- Each place of a schedule is in one count at a time
select d.warehouse_id, d.schedule_id, d.location_id, array_agg(d.session_id) as sessions
from due_count d
join count_session c on c.warehouse_id = d.warehouse_id and c.id = d.session_id
where c.status not in ('POSTED', 'CANCELLED')
group by d.warehouse_id, d.schedule_id, d.location_id
having count(*) > 1;

-- The shares of each analysis add up to one, and its items are as many as it says
select r.warehouse_id, r.id, r.item_count, count(x.rank) as items, sum(x.share) as shares
from abc_run r
left join abc_run_item x on x.warehouse_id = r.warehouse_id and x.run_id = r.id
group by r.warehouse_id, r.id
having count(x.rank) <> r.item_count or sum(x.share) <> 1;

-- The errors of each import are about as many rows as it says are wrong
select m.warehouse_id, m.id, m.state, m.rows_wrong, count(distinct e.row_number) as rows
from import m
left join import_error e on e.warehouse_id = m.warehouse_id and e.import_id = m.id
where m.state <> 'READ'
group by m.warehouse_id, m.id
having count(distinct e.row_number) <> m.rows_wrong;
