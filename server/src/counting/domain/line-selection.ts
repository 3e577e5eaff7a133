import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

/** Lines that somebody has chosen, frozen on the server: later changes of the count do not reach them. */
export interface LineSelectionRow {
  warehouseId: number;
  sessionId: number;
  token: string;
  selectedBy: string;
  createdAt: Date;
  expiresAt: Date;
  lineCount: number;
}

const lifetimeMs = 24 * 3_600_000;
/** The oldest of a person gives way: nobody fills the server with lists. */
export const selectionsAtMost = 20;

export function selectionEnd(now: Date): Date {
  return new Date(now.valueOf() + lifetimeMs);
}

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const selectionRejections = {
  SELECTION_UNKNOWN: "There is no such selection; perhaps it was made long ago.",
  SELECTION_OF_ANOTHER_PERSON: "Another person has made this selection.",
  SELECTION_OF_ANOTHER_COUNT: "This selection is of another count.",
  SELECTION_EXPIRED: "This selection is older than a day: choose the lines again.",
} as const;
export type SelectionRejectionReason = keyof typeof selectionRejections;
const reject = rejectionsOf<SelectionRejectionReason>(selectionRejections);

/** Why a token may not be used for a count; null where it may. */
export function rejectSelection(
  selection: LineSelectionRow | null,
  asked: { sessionId: number; actorId: string; now: Date },
): Rejection<SelectionRejectionReason> | null {
  if (!selection) return reject("SELECTION_UNKNOWN");
  if (selection.selectedBy !== asked.actorId) return reject("SELECTION_OF_ANOTHER_PERSON");
  if (selection.sessionId !== asked.sessionId) return reject("SELECTION_OF_ANOTHER_COUNT");
  if (selection.expiresAt.valueOf() <= asked.now.valueOf()) return reject("SELECTION_EXPIRED");
  return null;
}
