import { printCountSheet } from "../src/sheets/commands/print-count-sheet.ts";
import type { AskedSheet, CountSheetRow } from "../src/sheets/domain/count-sheet.ts";
import type { SessionRow } from "../src/counting/domain/rows.ts";
import { at } from "./counted-warehouse.ts";
import type { TestDatabase } from "./test-database.ts";

export interface Printing extends Partial<AskedSheet> {
  seesExpected?: boolean;
  minute?: number;
}

export function tryToPrint(
  { orm }: TestDatabase,
  { warehouseId, id: sessionId }: SessionRow,
  { seesExpected = true, minute = 1, ...asked }: Printing = {},
) {
  return printCountSheet(orm.em.fork(), {
    ...{ warehouseId, sessionId, actorId: "ines", looker: { seesExpected }, now: at(minute) },
    asked: { locationId: null, claimedById: null, isRestOnly: false, showsBooks: false, ...asked },
  });
}

export async function print(
  database: TestDatabase,
  session: SessionRow,
  printing?: Printing,
): Promise<CountSheetRow> {
  const outcome = await tryToPrint(database, session, printing);
  if ("rejection" in outcome) throw new Error(outcome.rejection.message);
  return outcome.sheet;
}
