import DataLoader from "dataloader";
import type { Db } from "../../database/db.ts";
import type { InvestigationRow } from "../domain/investigation.ts";
import { readInvestigations } from "../storage/investigation-row.ts";
import type { VerdictKey } from "./tolerance-verdict.loader.ts";

/** What was found out about the lines of an answer, the latest revision of each first. */
export function createInvestigationsLoader(
  db: Db,
): DataLoader<VerdictKey, InvestigationRow[], string> {
  const keyText = ({ warehouseId, lineId }: VerdictKey) => `${warehouseId}:${lineId}`;
  return new DataLoader(
    async (keys) => {
      const byLine = Map.groupBy(await readInvestigations(db, keys), keyText);
      return keys.map((key) => byLine.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );
}
