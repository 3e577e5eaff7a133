import { parentPort, workerData } from "node:worker_threads";
import { isBlankRow } from "../domain/parse-delimited.ts";
import { RefusedFile, type FileRefusalReason } from "../domain/refused-file.ts";
import type { TableLayout, TableRow } from "../domain/table-layout.ts";
import { isArchive } from "./check-archive.ts";
import { readDelimited, type ChosenLayout, type OpenedTable } from "./read-delimited.ts";

/** What the thread is started with. */
export interface TableToRead {
  bytes: Uint8Array;
  chosen: ChosenLayout;
}

export type TableMessage =
  | { kind: "OPENED"; layout: TableLayout }
  | { kind: "ROWS"; rows: TableRow[]; isLast: boolean }
  | { kind: "REFUSED"; reason: FileRefusalReason; message: string };

const rowsAtATime = 500;

const workbookOfOld = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

async function openTable(bytes: Buffer, chosen: ChosenLayout): Promise<OpenedTable> {
  if (bytes.length === 0) throw new RefusedFile("EMPTY");
  const isOld = bytes.subarray(0, 8).equals(workbookOfOld);
  if (!isOld && !isArchive(bytes)) return readDelimited(bytes, chosen);
  // Its library takes more memory than most files of plain text: loaded where it is needed alone.
  const { readWorkbook } = await import("./read-workbook.ts");
  return readWorkbook(bytes, isOld ? "XLS" : "XLSX", chosen);
}

/** Answers each "more" with the next rows: nothing is read ahead of who works through them. */
function main(): void {
  const port = parentPort;
  if (!port) return;
  const say = (message: TableMessage) => port.postMessage(message);
  const refusing = async (work: () => void | Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error;
      say({ kind: "REFUSED", reason: error.reason, message: error.message });
    }
  };
  void refusing(async () => {
    const { bytes, chosen } = workerData as TableToRead;
    const { layout, rows } = await openTable(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      chosen,
    );
    const rest = rows[Symbol.iterator]();
    say({ kind: "OPENED", layout });
    port.on("message", () => void refusing(() => say(nextRows(rest, layout.headerRow))));
  });
}

/** Below the headings, but for rows that have nothing in them. */
function nextRows(rest: Iterator<TableRow>, headerRow: number): TableMessage {
  const rows: TableRow[] = [];
  while (rows.length < rowsAtATime) {
    const { done, value } = rest.next();
    if (done) return { kind: "ROWS", rows, isLast: true };
    if (value.number > headerRow && !isBlankRow(value)) rows.push(value);
  }
  return { kind: "ROWS", rows, isLast: false };
}

main();
