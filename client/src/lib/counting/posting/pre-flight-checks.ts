import { formatDecimal } from "#lib/shared/text/decimal.ts";
import { formatMoment } from "#lib/shared/text/moment.ts";
import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import type { Checks, Preview } from "./pre-flight.svelte.ts";

export interface Check {
  glyph: GlyphName;
  title: string;
  detail?: string;
  /** Of the lines that it is about. */
  view?: string;
}

/** What somebody should know before he posts, the gravest first where something is wrong. */
export function checksOf(preview: Preview, checks: Checks | undefined, timeZone: string): Check[] {
  return [
    ...(checks ? [toleranceCheck(checks)] : []),
    movedCheck(preview),
    notCountedCheck(preview),
    costCheck(preview),
    reasonCheck(preview),
    ...(checks ? [approvalCheck(preview, checks, timeZone)] : []),
  ];
}

function toleranceCheck({ totals: { lines } }: Checks): Check {
  return lines === 0
    ? { glyph: "check", title: "All within tolerance" }
    : { glyph: "alert", title: `${count(lines)} out of tolerance`, view: "OUT_OF_TOLERANCE" };
}

function movedCheck({ movedDuringCount }: Preview): Check {
  return movedDuringCount === 0
    ? { glyph: "check", title: "None moved while it was counted" }
    : {
        glyph: "moved",
        title: `${count(movedDuringCount)} moved since counted`,
        detail: "posted as a difference on what is on hand now",
        view: "FLAGGED",
      };
}

function notCountedCheck({ notCounted }: Preview): Check {
  return notCounted === 0
    ? { glyph: "check", title: "All are counted" }
    : {
        glyph: "open",
        title: `${count(notCounted)} not counted, ignored`,
        detail: "left as they are",
        view: "NOT_COUNTED",
      };
}

function costCheck({ withoutCost }: Preview): Check {
  return withoutCost === 0
    ? { glyph: "check", title: "All have a cost", detail: "costs as frozen when the count began" }
    : {
        glyph: "alert",
        title: `${count(withoutCost)} without a cost`,
        detail: "in none of the sums of money",
      };
}

function reasonCheck({ byReason }: Preview): Check {
  const without = byReason.find(({ reasonCode }) => reasonCode === null)?.lines ?? 0;
  return without === 0
    ? { glyph: "check", title: "All that differ have a reason" }
    : { glyph: "pending", title: `${count(without)} without a reason`, view: "DISCREPANCIES" };
}

function approvalCheck(
  { refusals }: Preview,
  { approval, lineWindow }: Checks,
  timeZone: string,
): Check {
  if (!approval.isRequired) return { glyph: "check", title: "No approval is needed" };
  const waiting = refusals
    .filter(({ reason }) => reason === "NOT_APPROVED" || reason === "APPROVAL_INVALID")
    .reduce((total, { lines }) => total + lines, 0);
  if (waiting > 0)
    return {
      glyph: "pending",
      title: `${count(waiting)} wait for approval`,
      detail: "not by those who counted them",
    };
  const given = lineWindow.flatMap(({ approval: last }) =>
    last?.state === "APPROVED" && last.by ? [{ name: last.by.name, at: last.at }] : [],
  );
  if (given.length === 0) return { glyph: "check", title: "Nothing waits for approval" };
  const names = [...new Set(given.map(({ name }) => name))].join(", ");
  const lastAt = given.map(({ at }) => at).reduce((a, b) => (a > b ? a : b));
  return {
    glyph: "check",
    title: `Approved by ${names}`,
    detail: `last at ${formatMoment(lastAt, timeZone)}; no number changed since`,
  };
}

const count = (lines: number) => formatDecimal(String(lines));
