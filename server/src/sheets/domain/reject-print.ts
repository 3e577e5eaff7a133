import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { linesAtMost, type AskedSheet } from "./count-sheet.ts";

/** Enough for every bin of a large hall, and an end for a program that prints in a circle. */
const sheetsAtMost = 5_000;

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const printRejections = {
  SESSION_NOT_OPEN: "Sheets are printed of a count that is under way.",
  BOOKS_HIDDEN: "This count is blind: its sheets do not show you what the books say.",
  NOTHING_THERE: "There is nothing to put on this sheet.",
  TOO_MANY_LINES: `A sheet has at most ${linesAtMost} lines, so print it place by place.`,
  TOO_MANY_SHEETS: `A count has at most ${sheetsAtMost} sheets.`,
} as const;
export type PrintRejectionReason = keyof typeof printRejections;
const reject = rejectionsOf<PrintRejectionReason>(printRejections);

export interface PrintFacts {
  mayCount: boolean;
  /** Whoever prints is not told what the books say of this count. */
  isBlindHere: boolean;
  /** How many lines would stand on it. */
  lines: number;
  sheets: number;
}

/** Why a sheet is not printed; null where it is. */
export function rejectPrint(
  { showsBooks }: AskedSheet,
  { mayCount, isBlindHere, lines, sheets }: PrintFacts,
): Rejection<PrintRejectionReason> | null {
  if (!mayCount) return reject("SESSION_NOT_OPEN");
  if (showsBooks && isBlindHere) return reject("BOOKS_HIDDEN");
  if (lines === 0) return reject("NOTHING_THERE");
  if (lines > linesAtMost) return reject("TOO_MANY_LINES", `here are ${lines}`);
  return sheets >= sheetsAtMost ? reject("TOO_MANY_SHEETS") : null;
}
