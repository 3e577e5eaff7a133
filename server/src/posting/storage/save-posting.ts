import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { PostingRow } from "../domain/rows.ts";
import type { PostingQuestion } from "../domain/words.ts";
import { postingColumns } from "./posting-columns.ts";

export interface PostingToSave {
  session: SessionRow;
  /** Null for every counted line that is not posted yet. */
  lineIds: readonly number[] | null;
  digest: string;
  accepted: readonly PostingQuestion[];
  actorId: string;
  now: Date;
}

/**
 * The batch with the numbers of its lines. The fence refuses a line that is posted already; the ledger
 * has no more to say to these lines, so that what is posted does not open them again.
 */
export async function savePosting(db: Db, posting: PostingToSave): Promise<PostingRow> {
  const { session, digest, accepted, actorId, now } = posting;
  const { warehouseId, id: sessionId } = session;
  const lineIds = posting.lineIds === null ? null : [...posting.lineIds];
  const row = await firstRowOf<PostingRow>(
    db,
    sql`with head as (
      select nextval(pg_get_serial_sequence('posting', 'id')) as id
    ), line as (
      update count_line l set is_active = false
      where l.warehouse_id = ${warehouseId} and l.session_id = ${sessionId} and l.is_active
        and l.state = 'COUNTED' and coalesce(l.id = any(${lineIds}::bigint[]), true)
      returning l.*
    ), stored as (
      insert into posting_line (warehouse_id, posting_id, line_id, quantity_counted,
        quantity_expected, quantity_delta, unit_cost, currency, counted_at)
      select l.warehouse_id, head.id, l.id, l.quantity_counted, l.quantity_expected,
        l.quantity_variance, l.unit_cost, l.currency, l.window_last_at
      from line l, head
      returning quantity_delta
    )
    insert into posting as p (warehouse_id, id, session_id, kind, digest, posted_by, posted_at,
      accepted, line_count, adjusted_count,
      ledger_position)
    overriding system value
    select ${warehouseId}, head.id, ${sessionId}, 'POSTING', ${digest}, ${actorId},
      ${now}::timestamptz, ${[...accepted]}::text[],
      (select count(*) from stored), (select count(*) from stored where quantity_delta <> 0),
      (select last_move_id from ledger_head where warehouse_id = ${warehouseId})
    from head
    returning ${postingColumns}`,
  );
  return row as PostingRow;
}

export function findPostingByDigest(
  db: Db,
  { warehouseId, id }: Pick<SessionRow, "warehouseId" | "id">,
  digest: string,
): Promise<PostingRow | null> {
  return firstRowOf<PostingRow>(
    db,
    sql`select ${postingColumns} from posting p
        where p.warehouse_id = ${warehouseId} and p.session_id = ${id} and p.digest = ${digest}`,
  );
}

/** What a running count has left: of its counted lines those that are posted are not active. */
export async function readWhatIsPosted(
  db: Db,
  { warehouseId, id }: Pick<SessionRow, "warehouseId" | "id">,
): Promise<{ hasPosted: boolean; hasUnposted: boolean }> {
  const row = await firstRowOf<{ hasPosted: boolean; hasUnposted: boolean }>(
    db,
    sql`select coalesce(bool_or(not l.is_active), false) as "hasPosted",
          coalesce(bool_or(l.is_active), false) as "hasUnposted"
        from count_line l
        where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and l.state = 'COUNTED'`,
  );
  return row ?? { hasPosted: false, hasUnposted: false };
}
