import { firstRowOf, sql, type Db } from "../../database/db.ts";

export function readObservationPhoto(
  db: Db,
  warehouseId: number,
  id: number,
): Promise<{ mediaType: string; image: Buffer } | null> {
  return firstRowOf(
    db,
    sql`select media_type as "mediaType", image from observation_photo
        where warehouse_id = ${warehouseId} and id = ${id}`,
  );
}
