import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { ImportKey, ImportRow, Reading } from "../domain/import-row.ts";
import type { RowFigures } from "../domain/row-errors.ts";
import type { FoundTable } from "../domain/table-layout.ts";

export const importColumns = sql`m.warehouse_id as "warehouseId", m.id, m.file_name as "fileName",
  m.byte_count as "byteCount", m.row_count as "rowCount", m.layout, m.preview, m.kind, m.mapping,
  m.replacements, m.left_out_rows as "leftOutRows", m.is_remembered as "isRemembered", m.state, m.rows_ready as "rowsReady",
  m.rows_blank as "rowsBlank", m.rows_wrong as "rowsWrong", m.checked_at as "checkedAt",
  m.check_ms as "checkMs", m.uploaded_by as "uploadedById", m.uploaded_at as "uploadedAt",
  m.committed_by as "committedById", m.committed_at as "committedAt",
  array(select id::int from unnest(m.session_ids) as id) as "sessionIds"`;

export const isImport = ({ warehouseId, id }: ImportKey) =>
  sql`m.warehouse_id = ${warehouseId} and m.id = ${id}`;

export interface ImportToInsert extends Reading {
  warehouseId: number;
  fileName: string;
  content: Buffer;
  contentHash: Buffer;
  readingHash: Buffer;
  found: FoundTable;
  isRemembered: boolean;
  uploadedBy: string;
  now: Date;
}

export async function insertImport(db: Db, row: ImportToInsert): Promise<ImportRow> {
  const { found, content } = row;
  const inserted = await firstRowOf<ImportRow>(
    db,
    sql`insert into import as m (warehouse_id, file_name, content, content_hash, byte_count, row_count,
          layout, preview, kind, mapping, replacements, is_remembered, reading_hash, uploaded_by,
          uploaded_at)
        values (${row.warehouseId}, ${row.fileName}, ${content}, ${row.contentHash},
          ${content.length}, ${found.rowCount}, ${JSON.stringify(row.layout)}::jsonb,
          ${JSON.stringify(found.preview)}::jsonb, ${row.kind},
          ${JSON.stringify(row.mapping)}::jsonb, ${JSON.stringify(row.replacements)}::jsonb,
          ${row.isRemembered}, ${row.readingHash}, ${row.uploadedBy}, ${row.now}::timestamptz)
        returning ${importColumns}`,
  );
  return inserted as ImportRow;
}

/** With what only the work on it needs. */
export interface HeldImport extends ImportRow {
  contentHash: Buffer;
  planHash: Buffer | null;
}

const pieceBytes = 1024 * 1024;

/**
 * The file itself: null once it is committed. Read piece by piece, as PostgreSQL sends bytes as text
 * of twice their length, which would stand in memory several times over.
 */
export async function readContent(db: Db, held: ImportRow): Promise<Buffer | null> {
  const content = Buffer.alloc(held.byteCount);
  for (let at = 0; at < held.byteCount; at += pieceBytes) {
    const row = await firstRowOf<{ piece: Buffer | null }>(
      db,
      sql`select substring(m.content from ${at + 1}::int for ${pieceBytes}::int) as piece
          from import m where ${isImport(held)}`,
    );
    if (!row?.piece) return null;
    row.piece.copy(content, at);
  }
  return content;
}

const heldColumns = sql`${importColumns}, m.content_hash as "contentHash", m.plan_hash as "planHash"`;

export function readHeld(db: Db, key: ImportKey): Promise<HeldImport | null> {
  return firstRowOf<HeldImport>(
    db,
    sql`select ${heldColumns} from import m where ${isImport(key)}`,
  );
}

/** Holds an import until the transaction ends. */
export function lockImport(db: Db, key: ImportKey): Promise<HeldImport | null> {
  return firstRowOf<HeldImport>(
    db,
    sql`select ${heldColumns} from import m where ${isImport(key)} for no key update`,
  );
}

/** Read in another way it has not been checked. */
export async function saveReading(
  db: Db,
  key: ImportKey,
  reading: Reading,
  { found, readingHash }: { found: FoundTable; readingHash: Buffer },
): Promise<void> {
  await sql`update import m
      set layout = ${JSON.stringify(reading.layout)}::jsonb,
        preview = ${JSON.stringify(found.preview)}::jsonb, row_count = ${found.rowCount},
        kind = ${reading.kind}, mapping = ${JSON.stringify(reading.mapping)}::jsonb,
        replacements = ${JSON.stringify(reading.replacements)}::jsonb,
        left_out_rows = ${[...reading.leftOutRows]}::integer[],
        reading_hash = ${readingHash}, state = 'READ', plan_hash = null, checked_at = null,
        check_ms = null, rows_ready = null, rows_blank = null, rows_wrong = null
      where ${isImport(key)}`.execute(db);
}

export interface ImportFindings extends RowFigures {
  planHash: Buffer;
  checkMs: number;
  now: Date;
}

export async function saveFindings(db: Db, key: ImportKey, found: ImportFindings): Promise<void> {
  await sql`update import m
      set state = 'CHECKED', rows_ready = ${found.rowsReady}, rows_blank = ${found.rowsBlank},
        rows_wrong = ${found.rowsWrong}, plan_hash = ${found.planHash},
        check_ms = ${Math.round(found.checkMs)}::int, checked_at = ${found.now}::timestamptz
      where ${isImport(key)}`.execute(db);
}

/** What was in it has become stock, counts or catalogue: the file itself is let go. */
export async function saveCommitted(
  db: Db,
  key: ImportKey,
  { actorId, now, sessionIds }: { actorId: string; now: Date; sessionIds: readonly number[] },
): Promise<void> {
  await sql`update import m
      set state = 'COMMITTED', content = null, committed_by = ${actorId},
        committed_at = ${now}::timestamptz, session_ids = ${[...sessionIds]}::bigint[]
      where ${isImport(key)}`.execute(db);
}

/** The import that committed the same content in the same way; null where none has. */
export function findCommitted(
  db: Db,
  warehouseId: number,
  readingHash: Buffer,
): Promise<ImportRow | null> {
  return firstRowOf<ImportRow>(
    db,
    sql`select ${importColumns} from import m
        where m.warehouse_id = ${warehouseId} and m.reading_hash = ${readingHash}
          and m.state = 'COMMITTED'`,
  );
}

/** Files that nobody committed are not kept for ever. */
export async function forgetAbandoned(db: Db, before: Date): Promise<void> {
  await sql`delete from import where state <> 'COMMITTED'
      and uploaded_at < ${before}::timestamptz`.execute(db);
}
