import DataLoader from "dataloader";
import type { Db } from "../../database/db.ts";
import type { FoldedLine } from "../domain/fold-line.ts";
import { readLooks } from "../storage/read-looks.ts";
import type { LineKey } from "./line.loader.ts";
import { loadSession } from "./load-one.ts";

export interface LooksKey extends LineKey {
  sessionId: number;
}

/** Everybody's looks at the lines of an answer: two statements a session. */
export function createLooksLoader(db: Db): DataLoader<LooksKey, FoldedLine | null, string> {
  return new DataLoader(
    async (keys) => {
      const bySession = Map.groupBy(keys, sessionText);
      const read = await Promise.all(
        [...bySession].map(async ([text, [key, ...more]]) => {
          const { warehouseId, sessionId, lineId } = key as LooksKey;
          const session = await loadSession(db, warehouseId, sessionId);
          const ids = [lineId, ...more.map((each) => each.lineId)];
          return [text, (await readLooks(db, session, ids)).folded] as const;
        }),
      );
      const found = new Map(read);
      return keys.map((key) => found.get(sessionText(key))?.get(key.lineId) ?? null);
    },
    { cacheKeyFn: (key) => `${sessionText(key)}:${key.lineId}` },
  );
}

const sessionText = ({ warehouseId, sessionId }: LooksKey) => `${warehouseId}:${sessionId}`;
