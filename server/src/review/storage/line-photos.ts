import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { LinePhotoRow } from "../domain/line-photo.ts";

interface LineName {
  warehouseId: number;
  lineId: number;
}

const columns = sql`f.warehouse_id as "warehouseId", f.id, f.line_id as "lineId",
  f.media_type as "mediaType", f.added_by as "addedById", f.added_at as "addedAt"`;

/** The photos of some lines without the pictures themselves, in the order in which they came. */
export function readLinePhotos(db: Db, keys: readonly LineName[]): Promise<LinePhotoRow[]> {
  return rowsOf<LinePhotoRow>(
    db,
    sql`select ${columns}
        from unnest(${keys.map((key) => key.warehouseId)}::int[],
                    ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, line_id)
        join line_photo f on f.warehouse_id = k.warehouse_id and f.line_id = k.line_id
        order by f.warehouse_id, f.line_id, f.id`,
  );
}

/** How many other photos a line has; expects that the line's session is held. */
export async function countOtherPhotos(
  db: Db,
  { warehouseId, lineId }: LineName,
  image: Buffer,
): Promise<number> {
  const row = await firstRowOf<{ photos: number }>(
    db,
    sql`select count(*)::int as photos from line_photo
        where warehouse_id = ${warehouseId} and line_id = ${lineId}
          and digest <> encode(sha256(${image}::bytea), 'hex')`,
  );
  return row?.photos ?? 0;
}

export interface NewPhoto extends LineName {
  sessionId: number;
  mediaType: string;
  image: Buffer;
  addedById: string;
  addedAt: Date;
}

/** The photo, or the one that was there already: the same picture is kept once. */
export async function insertLinePhoto(db: Db, photo: NewPhoto): Promise<LinePhotoRow> {
  const { warehouseId, lineId, sessionId, mediaType, image, addedById, addedAt } = photo;
  await sql`insert into line_photo
      (warehouse_id, line_id, session_id, media_type, image, added_by, added_at)
    values (${warehouseId}, ${lineId}, ${sessionId}, ${mediaType}, ${image}::bytea, ${addedById},
      ${addedAt}::timestamptz)
    on conflict on constraint line_photo_once do nothing`.execute(db);
  const row = await firstRowOf<LinePhotoRow>(
    db,
    sql`select ${columns} from line_photo f
        where f.warehouse_id = ${warehouseId} and f.line_id = ${lineId}
          and f.digest = encode(sha256(${image}::bytea), 'hex')`,
  );
  return row as LinePhotoRow;
}
