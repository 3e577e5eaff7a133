import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import { formatDecimal, formatSigned } from "#lib/shared/text/decimal.ts";
import type { Exception, ExceptionKind } from "./exceptions.ts";
import type { FlaggedLine, LooseEntry } from "./hall.ts";

export const exceptionWords: Record<ExceptionKind, { label: string; glyph: GlyphName }> = {
  disputed: { label: "Disputed", glyph: "alert" },
  moved: { label: "Moved during count", glyph: "moved" },
  uncertain: { label: "Time uncertain", glyph: "pending" },
  unknown: { label: "Unknown entry", glyph: "alert" },
  late: { label: "Came too late", glyph: "pending" },
};

/** Where and who, for the row. */
export function placeOf(exception: Exception): string {
  return "line" in exception
    ? exception.line.location.code
    : (exception.entry.location?.code ?? "no place");
}

/** First names: a row has room for no more. */
export function whoOf(exception: Exception): string {
  const people = "entry" in exception ? [exception.entry.recordedBy] : exception.line.counters;
  return people.map((person) => person?.name.split(" ")[0] ?? "Somebody").join(", ");
}

export function whatOf(exception: Exception): string {
  if ("line" in exception) return exception.line.item.sku;
  const { rawScan, item, note } = exception.entry;
  return rawScan ?? item?.sku ?? note ?? "without a code";
}

/** The whole matter in plain sentences, with every number that one needs to decide. */
export function exceptionInWords(exception: Exception): string {
  switch (exception.kind) {
    case "disputed":
      return disputeInWords(exception.line);
    case "moved":
      return `${bookedInWords(exception.line)} Stock moved there while it was being counted: nobody knows which the counter saw.`;
    case "uncertain":
      return `${bookedInWords(exception.line)} Stock moved near the time of the entry, and its clock cannot say on which side.`;
    case "unknown":
      return `${entryInWords(exception.entry)} No line or item goes by that.`;
    case "late":
      return `${entryInWords(exception.entry)} It came after the count was handed in or went on without its device, and counts nowhere yet.`;
  }
  exception satisfies never;
}

function bookedInWords({ quantityExpected, quantityCounted, quantityVariance, item }: FlaggedLine) {
  const number = (value: string | null) => formatDecimal(value ?? "0");
  return `${item.description}: expected ${number(quantityExpected)}, found ${number(quantityCounted)}, ${formatSigned(quantityVariance ?? "0")} ${item.unit.code}.`;
}

function disputeInWords(line: FlaggedLine): string {
  const looks = (line.independentCounts ?? []).map(
    ({ counters, quantity, stands }) =>
      `${counters.map(({ name }) => name).join(" and ")} found ${formatDecimal(quantity)}${stands ? ", which stands for now" : ""}`,
  );
  return `${line.item.description}: ${looks.join("; ") || "two people found different numbers"}. Whose count stands?`;
}

function entryInWords({ recordedBy, quantityTyped, unitCode, note, rawScan }: LooseEntry): string {
  const many = quantityTyped === null ? "" : ` ${formatDecimal(quantityTyped)} ${unitCode ?? ""}`;
  const scan = rawScan ? ` with the code ${rawScan}` : "";
  const noted = note ? ` “${note}”` : "";
  return `${recordedBy?.name ?? "Somebody"} entered${many.trimEnd()}${scan}.${noted}`;
}
