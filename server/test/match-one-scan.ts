import { dismissObservation } from "../src/counting/commands/dismiss-observation.ts";
import { matchObservation } from "../src/counting/commands/match-observation.ts";
import type { SessionRow } from "../src/counting/domain/rows.ts";
import { listLooseEntries } from "../src/counting/queries/list-loose-entries.ts";
import { at, type CountedWarehouse } from "./counted-warehouse.ts";
import { silentDoorbell } from "./silent-doorbell.ts";
import type { TestDatabase } from "./test-database.ts";

/** Of two scans that nobody knows one is matched and one is let go. */
export async function matchOneScan(
  database: TestDatabase,
  warehouse: CountedWarehouse,
  session: SessionRow,
): Promise<void> {
  const scan = { itemId: undefined, rawScan: "?", count: 1 };
  await warehouse.record(session, [warehouse.observation(scan), warehouse.observation(scan)]);
  const { rows } = await listLooseEntries(database.db, session, {}, {});
  const [matched, dismissed] = rows.map(({ id }) => id);
  const asked = {
    itemId: warehouse.stocked.bulk,
    locationId: warehouse.place(1),
    lineId: undefined,
  };
  const { warehouseId } = session;
  await matchObservation(database.orm.em, silentDoorbell, {
    asked: {
      ...asked,
      ...{ lotCode: null, stockStatus: "AVAILABLE", quantity: null, unitCode: null, serials: [] },
    },
    ...{ warehouseId, observationId: matched ?? 0, matchedBy: "ines", now: at(59) },
  });
  await dismissObservation(database.orm.em, silentDoorbell, {
    ...{ warehouseId, observationId: dismissed ?? 0, reason: "a label", dismissedBy: "ines" },
    now: at(59),
  });
}
