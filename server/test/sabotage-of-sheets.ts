import type { SessionRow } from "../src/counting/domain/rows.ts";
import type { CountedWarehouse } from "./counted-warehouse.ts";
import { print } from "./print-sheets.ts";
import type { TestDatabase } from "./test-database.ts";

/** One sheet goes out, and its first line comes back. */
export async function countOneOnPaper(
  database: TestDatabase,
  warehouse: CountedWarehouse,
  session: SessionRow,
): Promise<void> {
  const sheet = await print(database, session);
  const { id: lineId } = await warehouse.line(session, warehouse.place(3));
  const paper = { enteredBy: "ines", sheetId: sheet.id, wrong: null };
  const written = { lineId, count: 12, mode: "REPLACE" as const, paper };
  await warehouse.record(session, [warehouse.observation(written)]);
}

/** Behind everybody's back: what is done, and who sees it. */
export const sabotageOfSheets: [invariant: string, deed: string, statement: string][] = [
  [
    "The sheets of each count are 1 to n",
    "a sheet is given another number",
    `update count_sheet set number = number + 1`,
  ],
  [
    "What stands on a sheet",
    "a line stands on a sheet twice",
    `update count_sheet set line_ids = line_ids || line_ids[1:1]`,
  ],
  [
    "What was typed from a sheet",
    "a line disappears from the sheet that it came back on",
    `update count_sheet s set line_ids = array_remove(s.line_ids, o.line_id)
     from observation o where o.warehouse_id = s.warehouse_id and o.sheet_id = s.id`,
  ],
];
