import type { KeptEntry } from "../entries/entry.ts";

const columns = [
  "number",
  "state",
  "externalId",
  "userId",
  "sessionId",
  "locationId",
  "lineId",
  "itemId",
  "lotCode",
  "rawScan",
  "mode",
  "quantity",
  "unitCode",
  "factor",
  "serials",
  "reason",
  "note",
  "voids",
  "countedAt",
  "rejection",
] as const satisfies readonly (keyof KeptEntry)[];

/** Everything that the device keeps, for the day on which it never reaches the server again. */
export function exportEntries(entries: readonly KeptEntry[], kind: "csv" | "json") {
  const name = `tallyroom-entries.${kind}`;
  if (kind === "json")
    return { name, type: "application/json", text: JSON.stringify(entries, null, 2) };
  const rows = entries.map((entry) => columns.map((column) => cell(textOf(entry[column]))));
  const text = [[...columns], ...rows].map((row) => row.join(",")).join("\r\n");
  return { name, type: "text/csv", text: `${text}\r\n` };
}

function textOf(value: KeptEntry[keyof KeptEntry]): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A spreadsheet must not take what somebody scanned for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
