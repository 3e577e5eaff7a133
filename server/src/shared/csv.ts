/** What a spreadsheet takes for the beginning of a formula; a negative number is none. */
const formula = /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/u;

/** Rows as comma-separated values under a heading; no text becomes a formula. */
export function csvOf(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])).join(","));
  return `${[columns.map(cellOf).join(","), ...lines].join("\r\n")}\r\n`;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? value.toISOString() : String(value as string | number);
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
