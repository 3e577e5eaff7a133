import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { TryTolerance } from "@tallyroom/schema/operations/try-tolerance.ts";
import { formatDecimal, formatSigned, signOf } from "#lib/shared/text/decimal.ts";

export type Trial = ResultOf<typeof TryTolerance>["tryTolerance"];
type Breach = Trial["verdict"]["breaches"][number];

/** Whether it is in or out, and which rule says so: "Out: −4, by rule 2, Class A." */
export function verdictInWords(
  { variance, verdict }: Trial,
  /** The rule by name; nothing where none speaks of it. */
  decides: string | undefined,
): string {
  if (signOf(variance) === 0) return "In: nothing differs.";
  const by = decides ? `by ${decides}` : "no rule speaks of it, so whatever differs is out";
  return `${verdict.isWithin ? "In" : "Out"}: ${formatSigned(variance)}, ${by}.`;
}

const ofWhat: Readonly<Record<Breach["limit"], string>> = {
  QUANTITY: "Quantity",
  PERCENT: "Percent",
  VALUE: "Value",
  VALUE_PERCENT: "Percent of value",
};

/** Why it is out: "Value: 10 short, 5 allowed." */
export function breachInWords(
  { limit, side, allowed, found, isCostUnknown }: Breach,
  currency: string,
): string {
  const name = ofWhat[limit];
  if (isCostUnknown) return `${name}: no cost is known, so nobody can say that it is within.`;
  if (found === null) return `${name}: of nothing, anything found is out.`;
  const unit = limit === "VALUE" ? ` ${currency}` : limit === "QUANTITY" ? "" : " %";
  const decimals = { decimalsAtMost: 2 };
  const direction = side === "UPPER" ? "over" : "short";
  return `${name}: ${formatDecimal(found, decimals)}${unit} ${direction}, ${formatDecimal(allowed, decimals)}${unit} allowed.`;
}
