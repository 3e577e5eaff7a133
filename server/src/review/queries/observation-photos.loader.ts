import DataLoader from "dataloader";
import type { Db } from "../../database/db.ts";
import type { ObservationPhotoRow } from "../domain/observation-photo.ts";
import { readObservationPhotos } from "../storage/observation-photos.ts";

interface ObservationKey {
  warehouseId: number;
  observationId: number;
}

/** What was photographed of the entries of an answer. */
export function createObservationPhotosLoader(
  db: Db,
): DataLoader<ObservationKey, ObservationPhotoRow[], string> {
  const keyText = ({ warehouseId, observationId }: ObservationKey) =>
    `${warehouseId}:${observationId}`;
  return new DataLoader(
    async (keys) => {
      const byEntry = Map.groupBy(await readObservationPhotos(db, keys), keyText);
      return keys.map((key) => byEntry.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );
}
