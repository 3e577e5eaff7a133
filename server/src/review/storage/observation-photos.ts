import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { ObservationPhotoRow } from "../domain/observation-photo.ts";

interface ObservationName {
  warehouseId: number;
  observationId: number;
}

const columns = sql`f.warehouse_id as "warehouseId", f.id, f.observation_id as "observationId",
  f.media_type as "mediaType", f.added_at as "addedAt"`;

/** The photos of some entries without the pictures themselves, in the order in which they came. */
export function readObservationPhotos(
  db: Db,
  keys: readonly ObservationName[],
): Promise<ObservationPhotoRow[]> {
  return rowsOf<ObservationPhotoRow>(
    db,
    sql`select ${columns}
        from unnest(${keys.map((key) => key.warehouseId)}::int[],
                    ${keys.map((key) => key.observationId)}::bigint[])
          as k(warehouse_id, observation_id)
        join observation_photo f on f.warehouse_id = k.warehouse_id
          and f.observation_id = k.observation_id
        order by f.warehouse_id, f.observation_id, f.id`,
  );
}

/** An entry by the id that its device gave it; nobody's but its author's. */
export function findOwnEntry(
  db: Db,
  entry: { warehouseId: number; sessionId: number; recordedBy: string; externalId: string },
): Promise<{ id: number } | null> {
  const { warehouseId, sessionId, recordedBy, externalId } = entry;
  return firstRowOf<{ id: number }>(
    db,
    sql`select id from observation
        where warehouse_id = ${warehouseId} and recorded_by = ${recordedBy}
          and external_id = ${externalId} and session_id = ${sessionId}`,
  );
}

/** How many other photos an entry has; expects that its session is held. */
export async function countOtherPhotosOfEntry(
  db: Db,
  { warehouseId, observationId }: ObservationName,
  image: Buffer,
): Promise<number> {
  const row = await firstRowOf<{ photos: number }>(
    db,
    sql`select count(*)::int as photos from observation_photo
        where warehouse_id = ${warehouseId} and observation_id = ${observationId}
          and digest <> encode(sha256(${image}::bytea), 'hex')`,
  );
  return row?.photos ?? 0;
}

export interface NewObservationPhoto extends ObservationName {
  mediaType: string;
  image: Buffer;
  addedById: string;
  addedAt: Date;
}

/** The photo, or the one that was there already: the same picture is kept once. */
export async function insertObservationPhoto(
  db: Db,
  photo: NewObservationPhoto,
): Promise<ObservationPhotoRow> {
  const { warehouseId, observationId, mediaType, image, addedById, addedAt } = photo;
  await sql`insert into observation_photo
      (warehouse_id, observation_id, media_type, image, added_by, added_at)
    values (${warehouseId}, ${observationId}, ${mediaType}, ${image}::bytea, ${addedById},
      ${addedAt}::timestamptz)
    on conflict on constraint observation_photo_once do nothing`.execute(db);
  const row = await firstRowOf<ObservationPhotoRow>(
    db,
    sql`select ${columns} from observation_photo f
        where f.warehouse_id = ${warehouseId} and f.observation_id = ${observationId}
          and f.digest = encode(sha256(${image}::bytea), 'hex')`,
  );
  return row as ObservationPhotoRow;
}
