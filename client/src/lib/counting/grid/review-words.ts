import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { LineReview } from "@tallyroom/schema/operations/line-review.ts";
import { formatDecimal, formatMoney } from "#lib/shared/text/decimal.ts";
import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import type { CountLine } from "../count-session.ts";
import type { LocationMove } from "./location-moves.svelte.ts";

type Verdict = NonNullable<CountLine["toleranceVerdict"]>;
type Breach = Verdict["breaches"][number];
export type VarianceFix = NonNullable<NonNullable<CountLine["investigation"]>[number]["fix"]>;
export type Cause = ResultOf<typeof LineReview>["suggestedCauses"][number];

type Answer = NonNullable<ResultOf<typeof LineReview>["node"]>;
/** A line with all that was said of it. */
export type LineNode = Extract<Answer, { __typename: "CountLine" }>;
type Loss = NonNullable<NonNullable<LineNode["approval"]>["lostBecause"]>;

interface Words {
  label: string;
  glyph: GlyphName;
}

export const recountWords: Record<NonNullable<CountLine["recountStatus"]>, Words> = {
  ASKED: { label: "Recount due", glyph: "pending" },
  AGREED: { label: "Rounds agree", glyph: "check" },
  DISAGREED: { label: "Rounds differ", glyph: "alert" },
  EXHAUSTED: { label: "Choose a round", glyph: "alert" },
  CHOSEN: { label: "Round chosen", glyph: "check" },
};

export const approvalWords: Record<NonNullable<CountLine["approval"]>["state"], Words> = {
  APPROVED: { label: "Approved", glyph: "check" },
  LOST: { label: "Approval lost", glyph: "alert" },
  REJECTED: { label: "Rejected", glyph: "close" },
};

/** Why an approval holds no more. */
export const lossWords: Record<Loss, string> = {
  COST_CHANGED: "its cost has changed",
  COUNTED_BY_APPROVER: "whoever approved it has counted it since",
  COUNT_RESET: "the count was begun again",
  DISPUTED: "counts of it disagree by now",
  ENTRY_RECORDED: "somebody has counted it again",
  ENTRY_VOIDED: "an entry was taken back",
  MOVED_LATE: "a late move has changed what was expected",
  REJECTED: "somebody has rejected it",
};

export const fixWords: Record<VarianceFix, string> = {
  CONFIRMED_CONSUMPTION: "Consumption confirmed",
  MOVED_TO_RIGHT_PLACE: "Moved to the right place",
  MOVED_TO_DISCREPANCY_LOCATION: "Moved to the discrepancy location",
  RETURNED_TO_STOCK: "Returned to stock",
};

export const conflictWords: Record<NonNullable<LocationMove["conflict"]>, string> = {
  LEFT_STOCK: "It left stock since",
  STANDS_ELSEWHERE: "The books have it in a third place",
  FOUND_IN_BOTH: "It was seen in both places",
};

const limitWords: Record<Breach["limit"], string> = {
  QUANTITY: "units",
  PERCENT: "%",
  VALUE: "value",
  VALUE_PERCENT: "% of value",
};

/** "out: 12 % short, 2 % allowed": why a line is not within its tolerance. */
export function verdictInWords({ isWithin, breaches }: Verdict, currency: string): string {
  if (isWithin) return "Within its tolerance";
  return `Out of tolerance: ${breaches.map((each) => breachInWords(each, currency)).join("; ")}`;
}

function breachInWords(breach: Breach, currency: string): string {
  const { limit, side, allowed, found, isCostUnknown } = breach;
  if (isCostUnknown) return "its cost is not known";
  const written = (value: string) => {
    if (limit === "VALUE") return formatMoney(value, currency);
    return `${formatDecimal(value, { decimalsAtMost: 2 })} ${limitWords[limit]}`;
  };
  const way = side === "LOWER" ? "short" : "over";
  return `${found === null ? "nothing expected" : `${written(found)} ${way}`}, ${written(allowed)} allowed`;
}

/** What speaks for a cause, as a sentence. */
export function causeInWords(cause: Cause): string {
  const { kind, quantity, reference, unitCode, serial, sessionNumber, location, line } = cause;
  const place = location?.code ?? line?.location.code ?? "another place";
  const amount = quantity === null ? "" : ` ${formatDecimal(quantity)}`;
  switch (kind) {
    case "LATE_OR_OPEN_MOVE":
      return `A move of${amount}${reference ? ` (${reference})` : ""} around the time of counting.`;
    case "OPPOSITE_VARIANCE":
      return `The opposite variance${amount && `,${amount},`} in ${place}.`;
    case "PACK_MULTIPLE":
      return `A whole number of packs:${amount} × ${unitCode ?? "pack"}.`;
    case "TRANSPOSED_DIGITS":
      return `Two digits changed places: expected${amount}.`;
    case "SERIAL_ELSEWHERE":
      return `Serial ${serial ?? ""} stands in ${place}.`;
    case "WRONG_BEFORE":
      return `Wrong here before${sessionNumber === null ? "" : `, in count ${sessionNumber}`}.`;
  }
  kind satisfies never;
}
