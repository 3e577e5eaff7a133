import type { ObservationMode } from "./words.ts";

/**
 * What can happen in a count. An event that tells something of what the books say is kept from
 * those for whom the count is blind: that it happened at all would tell them.
 */
const tellsOfTheBooks = {
  SESSION_STARTED: false,
  SESSION_UPDATED: false,
  SESSION_SUBMITTED: false,
  SESSION_REOPENED: false,
  SESSION_RESET: false,
  SESSION_CLOSED: false,
  SESSION_CANCELLED: false,
  OBSERVATION_RECORDED: false,
  OBSERVATION_UNMATCHED: false,
  OBSERVATION_QUARANTINED: false,
  OBSERVATION_MATCHED: false,
  OBSERVATION_DISMISSED: false,
  DISPUTE_RESOLVED: false,
  RECOUNT_ASKED: false,
  LINE_ADDED: false,
  CLAIM_TAKEN_OVER: false,
  CLAIM_FORCE_RELEASED: false,
  WORK_SHARED_OUT: false,
  DEVICE_EXCLUDED: false,
  // The ledger, and nobody's entry, has changed what was to be expected.
  LINE_REEVALUATED: true,
  // Where nothing differs a count is complete without.
  POSTING_MADE: true,
  POSTING_REVERSED: true,
  // Which round was right tells what the others found.
  ROUND_CHOSEN: true,
  // Whether somebody looks at a line, and its numbers have changed since, tells of the books.
  LINES_APPROVED: true,
  LINES_REJECTED: true,
  APPROVAL_LOST: true,
} as const;
export type SessionEventKind = keyof typeof tellsOfTheBooks;
export const sessionEventKinds = Object.keys(tellsOfTheBooks) as SessionEventKind[];

export const hiddenEventKinds = sessionEventKinds.filter((kind) => tellsOfTheBooks[kind]);

export function isHiddenFromTheBlind({ kind }: { kind: SessionEventKind }): boolean {
  return tellsOfTheBooks[kind];
}

/** What counters enter, and what follows of itself, is nobody's decision. */
export function isDecision({ kind }: { kind: SessionEventKind }): boolean {
  return (
    kind !== "OBSERVATION_RECORDED" &&
    kind !== "OBSERVATION_UNMATCHED" &&
    kind !== "OBSERVATION_QUARANTINED" &&
    kind !== "LINE_ADDED" &&
    kind !== "LINE_REEVALUATED"
  );
}

/** After these every line may be another, and no event names them one by one. */
export function changesEveryLine({ kind }: { kind: SessionEventKind }): boolean {
  return (
    kind === "SESSION_STARTED" ||
    kind === "SESSION_RESET" ||
    kind === "POSTING_MADE" ||
    kind === "POSTING_REVERSED" ||
    kind === "LINES_APPROVED" ||
    kind === "LINES_REJECTED"
  );
}

export interface SessionEventRow {
  sequence: number;
  kind: SessionEventKind;
  lineId: number | null;
  actorId: string | null;
  happenedAt: Date;
  details: SessionEventDetails | null;
}

export interface SessionEventDetails {
  externalId?: string;
  mode?: ObservationMode;
  reason?: string;
}
