import { firstRowOf, sql, type Db } from "../../database/db.ts";

export interface StoredPicture {
  sessionId: number;
  mediaType: string;
  image: Buffer;
}

export function readLinePhoto(
  db: Db,
  warehouseId: number,
  id: number,
): Promise<StoredPicture | null> {
  return firstRowOf<StoredPicture>(
    db,
    sql`select session_id as "sessionId", media_type as "mediaType", image from line_photo
        where warehouse_id = ${warehouseId} and id = ${id}`,
  );
}
