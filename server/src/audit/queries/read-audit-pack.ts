import { createHash } from "node:crypto";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { csvOf } from "../../shared/csv.ts";
import type { ZipFile } from "../../shared/zip.ts";

/** Of which counts: of one, or of those in which something was decided in a time. */
export interface PackWish {
  warehouseId: number;
  sessionId: number | null;
  from: Date | null;
  to: Date | null;
  madeById: string;
  now: Date;
}

interface Row {
  [column: string]: string | number | Date | null;
}

/** How to read the pack, for whoever opens it in ten years. */
const readMe = `Tallyroom, auditor's pack

chain.txt           every decision of the warehouse: hash, tab, the text that was hashed
seals.txt           the ledger in blocks: first and last move, hash, and of blocks that are needed the
                    digests of their moves
moves.txt           moves of what was counted: the text whose digest stands in its block
posting-lines.txt   posting, tab, the text of each posted line
approvals.csv       who approved which line with which numbers, and why it holds no more
lines.csv           the lines of the counts
entries.csv         what people saw
manifest.json       what the pack is of, the last hash of the chain, and the SHA-256 of each file

docs/check-audit-pack.mjs of the project checks the pack with nothing but Node.js.
`;

/** The files of a pack. The chain is read first: what is decided meanwhile is behind its end. */
export async function readAuditPack(db: Db, wish: PackWish): Promise<ZipFile[]> {
  const { warehouseId } = wish;
  const sessionIds = await readSessions(db, wish);
  const of = sql`warehouse_id = ${warehouseId} and session_id = any(${sessionIds}::bigint[])`;
  const text = async (select: ReturnType<typeof sql<{ text: string }>>) =>
    (await rowsOf<{ text: string }>(db, select)).map((row) => `${row.text}\n`).join("");
  const touched = sql`(
    select distinct q.warehouse_id, q.id from count_line l
    join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
      and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
      and q.status = l.stock_status
    where l.${of})`;
  const moves = sql`${touched} t
    join stock_move m on m.warehouse_id = t.warehouse_id and m.quant_id = t.id`;
  const chain = await text(sql`select hash || E'\t' || body as text from audit_entry
    where warehouse_id = ${warehouseId} order by sequence`);
  const seals = await text(sql`
    select concat_ws(E'\t', s.first_move_id, s.last_move_id, s.hash, case when exists (
        select from ${moves} where m.id between s.first_move_id and s.last_move_id)
      then encode(s.row_digests, 'hex') end) as text
    from ledger_seal s where s.warehouse_id = ${warehouseId} order by s.last_move_id`);
  const moved = await text(sql`select stock_move_text(m) as text from ${moves} order by m.id`);
  const posted = await text(sql`select p.id || E'\t' || posting_line_text(l) as text
    from posting p join posting_line l on l.warehouse_id = p.warehouse_id and l.posting_id = p.id
    where p.${of} order by p.id, l.line_id`);
  const files = [
    { name: "README.txt", content: readMe },
    { name: "chain.txt", content: chain },
    { name: "seals.txt", content: seals },
    { name: "moves.txt", content: moved },
    { name: "posting-lines.txt", content: posted },
    { name: "approvals.csv", content: await readApprovals(db, of) },
    { name: "lines.csv", content: await readLines(db, of) },
    { name: "entries.csv", content: await readEntries(db, of) },
  ];
  return [...files, manifestOf(wish, sessionIds, files)];
}

async function readSessions(db: Db, wish: PackWish): Promise<number[]> {
  if (wish.sessionId !== null) return [wish.sessionId];
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`select distinct session_id as id from audit_entry
        where warehouse_id = ${wish.warehouseId} and session_id is not null
          and coalesce(happened_at >= ${wish.from}::timestamptz, true)
          and coalesce(happened_at < ${wish.to}::timestamptz, true)
        order by 1`,
  );
  return rows.map(({ id }) => id);
}

type Condition = ReturnType<typeof sql>;

async function readApprovals(db: Db, of: Condition): Promise<string> {
  const columns = ["count", "event", "line", "numbers", "approvedBy", "approvedAt", "counted"];
  const more = ["expected", "cost", "currency", "ownCount", "lostBecause", "lostAt"];
  const rows = await rowsOf<Row>(
    db,
    sql`select a.session_id as count, a.event_sequence as event, a.line_id as line,
          a.numbers_digest as numbers, a.approved_by as "approvedBy", a.approved_at as "approvedAt",
          trim_scale(a.quantity_counted)::text as counted,
          trim_scale(a.quantity_expected)::text as expected, trim_scale(a.unit_cost)::text as cost,
          a.currency, a.is_own_count::text as "ownCount", a.invalidated_because as "lostBecause",
          a.invalidated_at as "lostAt"
        from line_approval a where a.${of} order by a.id`,
  );
  return csvOf([...columns, ...more], rows);
}

async function readLines(db: Db, of: Condition): Promise<string> {
  const columns = ["count", "line", "item", "description", "place", "lot", "state", "counted"];
  const more = ["expected", "variance", "cost", "currency", "value", "countedBy"];
  const rows = await rowsOf<Row>(
    db,
    sql`select l.session_id as count, l.id as line, i.sku as item, i.description, p.code as place,
          t.code as lot, l.state, trim_scale(l.quantity_counted)::text as counted,
          trim_scale(l.quantity_expected)::text as expected,
          trim_scale(l.quantity_variance)::text as variance, trim_scale(l.unit_cost)::text as cost,
          l.currency, trim_scale(l.value_variance)::text as value,
          array_to_string(l.counter_ids, ' ') as "countedBy"
        from count_line l
        join item i on i.id = l.item_id
        join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
        left join lot t on t.id = l.lot_id
        where l.${of} order by l.session_id, l.line_number`,
  );
  return csvOf([...columns, ...more], rows);
}

async function readEntries(db: Db, of: Condition): Promise<string> {
  const columns = ["count", "line", "id", "by", "mode", "typed", "unit", "quantity", "countedAt"];
  const rows = await rowsOf<Row>(
    db,
    sql`select o.session_id as count, o.line_id as line, o.external_id as id, o.recorded_by as by,
          o.mode, trim_scale(o.quantity_typed)::text as typed, o.unit_code as unit,
          trim_scale(o.quantity)::text as quantity, o.counted_at as "countedAt",
          o.received_at as "receivedAt", o.outcome, o.entered_by as "enteredBy",
          o.time_source as "timeSource"
        from observation o where o.${of} order by o.id`,
  );
  return csvOf([...columns, "receivedAt", "outcome", "enteredBy", "timeSource"], rows);
}

function manifestOf(
  { warehouseId, sessionId, from, to, madeById, now }: PackWish,
  sessionIds: readonly number[],
  files: readonly ZipFile[],
): ZipFile {
  const head = headOf(files.find(({ name }) => name === "chain.txt")?.content ?? "");
  const digests = files.map(({ name, content }) => [
    name,
    createHash("sha256").update(content).digest("hex"),
  ]);
  const manifest = {
    ...{ warehouse: warehouseId, count: sessionId, from, to, counts: sessionIds },
    ...{ madeBy: madeById, madeAt: now, head },
    files: Object.fromEntries(digests) as Record<string, string>,
  };
  return { name: "manifest.json", content: `${JSON.stringify(manifest, null, 2)}\n` };
}

/** The last decision that is in the pack. */
function headOf(chain: string): { sequence: number; hash: string } {
  const decisions = chain.split("\n").slice(0, -1);
  return { sequence: decisions.length, hash: decisions.at(-1)?.split("\t")[0] ?? "" };
}
