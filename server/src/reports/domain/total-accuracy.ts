import { Decimal } from "../../shared/exact-decimal.ts";
import { accuracyOf } from "./accuracy.ts";
import type { ReportRow } from "./report-table.ts";

/** Of percentages there is no sum: those of the whole report come from the sums they are made of. */
export function withAccuracy(totals: ReportRow): ReportRow {
  const { lines, within } = totals;
  if (lines == null || within == null) return totals;
  const sum = (key: string) => new Decimal(totals[key] ?? 0);
  const accuracy = accuracyOf({
    counted: Number(lines),
    within: Number(within),
    unitsExpected: sum("unitsExpected"),
    unitsOff: sum("unitsOff"),
    valueExpected: sum("valueExpected"),
    valueOff: sum("valueOff"),
  });
  return {
    ...totals,
    accuracy: accuracy.lines?.toFixed() ?? null,
    ...(totals["unitsExpected"] != null && { unitAccuracy: accuracy.units?.toFixed() ?? null }),
    ...(totals["valueExpected"] != null && { valueAccuracy: accuracy.value?.toFixed() ?? null }),
  };
}
