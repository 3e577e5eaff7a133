import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

/** Why nothing was asked, in the order in which the reasons are looked for. */
export const recountRejections = {
  KEY_MISSING: "A request needs a key of its own, of at most 200 characters.",
  KEY_REUSED: "Something else was asked for under this key.",
  REASON_MISSING: "Say why it is to be counted again.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
  SESSION_NOT_STARTED: "This count has not started.",
  SESSION_ENDED: "This count is over.",
  SELECTION_UNKNOWN: "There is no such selection; perhaps it was made long ago.",
  SELECTION_OF_ANOTHER_PERSON: "Another person has made this selection.",
  SELECTION_OF_ANOTHER_COUNT: "This selection is of another count.",
  SELECTION_EXPIRED: "This selection is older than a day: choose the lines again.",
  TOO_MANY_LINES: "At most 5,000 lines are asked for at once.",
  ASSIGNEE_UNKNOWN: "There is nobody of that id who counts in this warehouse.",
} as const;
export type RecountRejectionReason = keyof typeof recountRejections;
export const rejectRecount = rejectionsOf<RecountRejectionReason>(recountRejections);

/** Why one line is not asked for again, in the order in which the reasons are looked for. */
export const recountRefusals = {
  NOT_COUNTED: "Nobody has counted it yet.",
  ALREADY_POSTED: "It is posted already.",
  ALREADY_ASKED: "It waits to be counted again already.",
  TOO_MANY_ROUNDS: "It was counted as often as the policy allows: choose one of its rounds.",
  ASSIGNEE_HAS_COUNTED: "Whoever is to count it has counted it before.",
} as const;
export type RecountRefusalReason = keyof typeof recountRefusals;
const refuse = rejectionsOf<RecountRefusalReason>(recountRefusals);

export const recountLinesAtMost = 5_000;
const longestKey = 200;
const longestReason = 2_000;

/** A line as far as asking for it again depends on it. */
export interface RecountableLine {
  lineId: number;
  isCounted: boolean;
  isPosted: boolean;
  /** Its latest round is not counted yet. */
  isAsked: boolean;
  rounds: number;
  /** Everybody who counted it in any round. */
  counterIds: readonly string[];
}

export interface RecountPolicy {
  roundsAtMost: number;
}

export interface RefusedRecount extends Rejection<RecountRefusalReason> {
  lineId: number;
}

export interface RecountDecision {
  lineIds: readonly number[];
  refused: readonly RefusedRecount[];
}

/** Each line has its own answer: those that may be asked for are, whatever speaks against others. */
export function decideRecount(
  lines: readonly RecountableLine[],
  { assigneeId, roundsAtMost }: RecountPolicy & { assigneeId: string | null },
): RecountDecision {
  const refused = lines.flatMap((line) => {
    const no = refusalOf(line, assigneeId, roundsAtMost);
    return no ? [{ lineId: line.lineId, ...no }] : [];
  });
  const isRefused = new Set(refused.map(({ lineId }) => lineId));
  const lineIds = lines.map(({ lineId }) => lineId).filter((id) => !isRefused.has(id));
  return { lineIds, refused };
}

function refusalOf(
  { isCounted, isPosted, isAsked, rounds, counterIds }: RecountableLine,
  assigneeId: string | null,
  roundsAtMost: number,
): Rejection<RecountRefusalReason> | null {
  if (!isCounted) return refuse("NOT_COUNTED");
  if (isPosted) return refuse("ALREADY_POSTED");
  if (isAsked) return refuse("ALREADY_ASKED", `round ${rounds}`);
  if (rounds >= roundsAtMost) return refuse("TOO_MANY_ROUNDS", `${rounds} rounds`);
  const hasCounted = assigneeId !== null && counterIds.includes(assigneeId);
  return hasCounted ? refuse("ASSIGNEE_HAS_COUNTED") : null;
}

export function rejectRequest({ key, reason }: { key: string; reason: string }) {
  if (key === "" || key.length > longestKey) return rejectRecount("KEY_MISSING");
  if (reason === "") return rejectRecount("REASON_MISSING");
  return reason.length > longestReason ? rejectRecount("REASON_TOO_LONG") : null;
}
