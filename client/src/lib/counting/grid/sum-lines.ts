import { addDecimals, signOf } from "#lib/shared/text/decimal.ts";
import type { CountLine, LineTotals } from "../count-session.ts";

/** Exact sums of lines that are known here, as the server would say them. */
export function sumLines(lines: readonly CountLine[]): LineTotals {
  const sum = (values: readonly (string | null | undefined)[]) =>
    values.reduce<string>((total, value) => addDecimals(total, value ?? "0"), "0");
  const gross = (values: readonly (string | null | undefined)[]) =>
    sum(values.map((value) => (value && signOf(value) < 0 ? value.slice(1) : value)));
  const variances = lines.map(({ quantityVariance }) => quantityVariance);
  const values = lines.map(({ valueVariance }) => valueVariance);
  return {
    lines: lines.length,
    counted: lines.filter(({ state }) => state === "COUNTED").length,
    quantityCounted: sum(lines.map(({ quantityCounted }) => quantityCounted)),
    quantityExpected: sum(lines.map(({ quantityExpected }) => quantityExpected)),
    quantityVariance: sum(variances),
    quantityVarianceGross: gross(variances),
    valueVariance: sum(values),
    valueVarianceGross: gross(values),
    withoutCost: lines.filter(
      ({ valueVariance, quantityVariance }) =>
        valueVariance === null && signOf(quantityVariance ?? "0") !== 0,
    ).length,
  };
}
