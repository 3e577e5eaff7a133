import { OpenTable } from "./open-table.ts";

/** All rows of one sheet of a workbook, headings and all; empty rows are left out. */
export async function readSheet(
  content: Buffer,
  sheet: string,
): Promise<readonly (readonly string[])[]> {
  const table = await OpenTable.open(content, { sheet, headerRow: 0 });
  const rows: (readonly string[])[] = [];
  for await (const batch of table.batches()) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}
