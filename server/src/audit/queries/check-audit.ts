import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { BrokenLink } from "../domain/audit-entry.ts";

export interface AuditCheckRow {
  decisions: number;
  movesSealed: number;
  movesNotSealed: number;
  /** Of the last decision: whoever keeps it elsewhere can show that nothing was made anew. */
  headHash: string;
  broken: BrokenLink[];
}

const brokenAtMost = 100;

/** Makes the chain of a warehouse again from its rows, and tells which are not what they were. */
export async function checkAudit(db: Db, warehouseId: number): Promise<AuditCheckRow> {
  const head = await firstRowOf<Omit<AuditCheckRow, "broken">>(
    db,
    sql`select coalesce(h.last_sequence, 0) as decisions, coalesce(h.last_hash, '') as "headHash",
          s.upto as "movesSealed", coalesce(l.last_move_id, 0) - s.upto as "movesNotSealed"
        from (select coalesce(max(last_move_id), 0) as upto from ledger_seal
          where warehouse_id = ${warehouseId}) s
        left join audit_head h on h.warehouse_id = ${warehouseId}
        left join ledger_head l on l.warehouse_id = ${warehouseId}`,
  );
  const broken = await rowsOf<BrokenLink>(
    db,
    sql`select * from (
          ${brokenDecisions(warehouseId)}
          union all ${brokenSeals(warehouseId)}
          union all ${brokenMoves(warehouseId)}
          union all ${brokenPostings(warehouseId)}
        ) b order by kind, position limit ${brokenAtMost}`,
  );
  return { ...(head as Omit<AuditCheckRow, "broken">), broken };
}

const brokenDecisions = (warehouseId: number) => sql`
  select 'DECISION' as kind, c.sequence as position
  from (
    select e.*, row_number() over w as place, coalesce(lag(e.hash) over w, '') as hash_before
    from audit_entry e where e.warehouse_id = ${warehouseId} window w as (order by e.sequence)
  ) c
  where c.sequence <> c.place
    or c.hash <> encode(sha256(convert_to(c.hash_before || c.body, 'UTF8')), 'hex')
    or (c.kind, c.actor_id, c.session_id) is distinct from (c.body::jsonb ->> 'kind',
      c.body::jsonb ->> 'actor', (c.body::jsonb ->> 'session')::bigint)
  union all
  select 'HEAD', h.last_sequence from audit_head h
  where h.warehouse_id = ${warehouseId} and not exists (
    select from audit_entry e where e.warehouse_id = h.warehouse_id
      and e.sequence = h.last_sequence and e.hash = h.last_hash)`;

const brokenSeals = (warehouseId: number) => sql`
  select 'SEAL', c.last_move_id
  from (
    select s.*, coalesce(lag(s.hash) over w, '') as hash_before,
      coalesce(lag(s.last_move_id) over w, 0) as before
    from ledger_seal s where s.warehouse_id = ${warehouseId}
    window w as (order by s.last_move_id)
  ) c
  where c.first_move_id <> c.before + 1
    or c.hash <> encode(sha256(convert_to(c.hash_before, 'UTF8') || c.row_digests), 'hex')`;

const brokenMoves = (warehouseId: number) => sql`
  select 'MOVE', g.id
  from ledger_seal s
  cross join lateral generate_series(s.first_move_id, s.last_move_id) as g(id)
  left join stock_move m on m.warehouse_id = s.warehouse_id and m.id = g.id
  where s.warehouse_id = ${warehouseId} and sha256(convert_to(stock_move_text(m), 'UTF8'))
    <> substr(s.row_digests, (g.id - s.first_move_id)::int * 32 + 1, 32)`;

const brokenPostings = (warehouseId: number) => sql`
  select 'POSTING', e.sequence
  from audit_entry e
  where e.warehouse_id = ${warehouseId} and e.kind in ('POSTING_MADE', 'POSTING_REVERSED')
    and e.body::jsonb -> 'details' ->> 'linesDigest' <> posting_lines_digest(e.warehouse_id,
      (e.body::jsonb -> 'details' ->> 'postingId')::bigint)`;
