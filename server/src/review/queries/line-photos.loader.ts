import DataLoader from "dataloader";
import type { Db } from "../../database/db.ts";
import type { LinePhotoRow } from "../domain/line-photo.ts";
import { readLinePhotos } from "../storage/line-photos.ts";
import type { VerdictKey } from "./tolerance-verdict.loader.ts";

/** What was photographed of the lines of an answer. */
export function createLinePhotosLoader(db: Db): DataLoader<VerdictKey, LinePhotoRow[], string> {
  const keyText = ({ warehouseId, lineId }: VerdictKey) => `${warehouseId}:${lineId}`;
  return new DataLoader(
    async (keys) => {
      const byLine = Map.groupBy(await readLinePhotos(db, keys), keyText);
      return keys.map((key) => byLine.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );
}
