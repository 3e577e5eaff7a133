export const fileFormats = ["CSV", "XLS", "XLSX"] as const;
export type FileFormat = (typeof fileFormats)[number];

export const fileEncodings = ["UTF_8", "UTF_16LE", "UTF_16BE", "WINDOWS_1252"] as const;
export type FileEncoding = (typeof fileEncodings)[number];

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

export type DecimalSign = "." | ",";

/** How a file is to be read. What does not apply to its format is null. */
export interface TableLayout {
  format: FileFormat;
  encoding: FileEncoding | null;
  delimiter: Delimiter | null;
  decimalSign: DecimalSign;
  /** Of a workbook. */
  sheet: string | null;
  sheets: readonly string[];
  /** From 1; nothing above it is read. */
  headerRow: number;
  columns: readonly string[];
}

/** A row as it stands in the file, by its number there: 1 is the first, whatever it holds. */
export interface TableRow {
  number: number;
  cells: readonly string[];
}

/** What was found out about a file when it came. */
export interface FoundTable {
  layout: TableLayout;
  /** The first rows below the headings. */
  preview: readonly TableRow[];
  /** Below the headings, but for empty ones. */
  rowCount: number;
}

export const tableLimits = {
  bytes: 24 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  cellCharacters: 4_000,
  sheets: 100,
} as const;
