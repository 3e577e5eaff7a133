/** Why a file is not read, each with what its owner can do about it. */
export const fileRefusals = {
  EMPTY: "The file is empty. Save it with its headings and rows, and send it again.",
  TOO_LARGE: "The file is larger than 24 MB. Split it into several.",
  NOT_A_TABLE: "This is neither CSV, XLS nor XLSX. Save it as one of these and send it again.",
  PASSWORD: "The workbook is protected by a password. Save it without one and send it again.",
  BOMB: "Unpacked, the workbook is far larger than a table has reason to be. Save the sheet as CSV and send that.",
  DAMAGED: "The workbook is damaged. Open it, save it anew as XLSX or CSV, and send it again.",
  ENTITIES:
    "The workbook has definitions in it that no spreadsheet program writes. Save it anew as XLSX or CSV.",
  NOT_A_WORKBOOK: "This archive is not a workbook. Send the XLSX file itself.",
  NO_SHEET: "There is no such sheet in the workbook. Choose one of those that it has.",
  TOO_MANY_ROWS: "The file has more than 200,000 rows. Split it into several.",
  TOO_MANY_COLUMNS: "A row has more than 200 columns. Take out what is not needed.",
  CELL_TOO_LONG:
    "A cell has more than 4,000 characters. Look for a quotation mark that is missing.",
  QUOTE_NOT_CLOSED: "A quotation mark is opened and never closed. Close it or take it out.",
  WRONG_ENCODING:
    "The file does not read as the chosen encoding. Choose another, or save it as CSV UTF-8.",
  TOO_SLOW: "Reading the file took too long. Save the sheet as CSV and send that.",
  TOO_MUCH_MEMORY: "The workbook needs too much memory. Save the sheet as CSV and send that.",
} as const;
export type FileRefusalReason = keyof typeof fileRefusals;

/** Thrown by whatever reads a file; `about` says where, such as "row 17". */
export class RefusedFile extends Error {
  readonly reason: FileRefusalReason;

  constructor(reason: FileRefusalReason, about?: string) {
    super(about ? `${fileRefusals[reason]} (${about})` : fileRefusals[reason]);
    this.reason = reason;
  }
}
