/** Work that is longer than a request. */
export const jobKinds = ["POST_SESSION", "ANALYSE_ABC", "CHECK_IMPORT", "COMMIT_IMPORT"] as const;
export type JobKind = (typeof jobKinds)[number];

export const jobStates = ["WAITING", "RUNNING", "DONE", "REJECTED", "FAILED", "CANCELLED"] as const;
export type JobState = (typeof jobStates)[number];

export interface JobRow {
  warehouseId: number;
  id: number;
  kind: JobKind;
  /** Null for work that is not about a count. */
  sessionId: number | null;
  request: unknown;
  askedById: string;
  askedAt: Date;
  state: JobState;
  step: string | null;
  done: number;
  total: number;
  startedAt: Date | null;
  endedAt: Date | null;
  result: unknown;
  errorCode: string | null;
  errorFacts: JobError["facts"] | null;
  isCancelAsked: boolean;
  attempts: number;
  revision: number;
}

/** Why a job did not do what was asked: a word for programs, a sentence, and how many of what. */
export interface JobError {
  code: string;
  facts: { message: string; counts: { name: string; count: number }[] };
}

/** Something has changed with a warehouse's jobs. */
export const jobTopic = (warehouseId: number) => `jobs:${warehouseId}`;

/** There is work to do, in whatever warehouse. */
export const jobAskedTopic = "job-asked";

const underWay: Readonly<Record<JobKind, (done: number, total: number) => string>> = {
  POST_SESSION: (done, total) => `${done} of ${total} lines.`,
  ANALYSE_ABC: () => "Reading the ledger.",
  CHECK_IMPORT: (done, total) => `${done} of ${total} rows read.`,
  COMMIT_IMPORT: (done, total) => `${done} of ${total} rows.`,
};

const isDone: Readonly<Record<JobKind, (total: number) => string>> = {
  POST_SESSION: (total) => `${linesInWords(total)} posted.`,
  ANALYSE_ABC: () => "The analysis is made.",
  CHECK_IMPORT: (total) => `${rowsInWords(total)} checked.`,
  COMMIT_IMPORT: (total) => `${rowsInWords(total)} done.`,
};

const linesInWords = (lines: number) => `${lines} ${lines === 1 ? "line" : "lines"}`;
const rowsInWords = (rows: number) => `${rows} ${rows === 1 ? "row" : "rows"}`;

/** Where a job is, or what became of it, for people. */
export function sentenceOf({
  kind,
  state,
  done,
  total,
  isCancelAsked,
  errorFacts,
}: JobRow): string {
  if (state === "RUNNING" && isCancelAsked) return "Stopping.";
  switch (state) {
    case "WAITING":
      return "Waiting for its turn.";
    case "RUNNING":
      return underWay[kind](done, total);
    case "DONE":
      return isDone[kind](total);
    case "CANCELLED":
      return "Stopped before anything was changed.";
    case "REJECTED":
    case "FAILED":
      return errorFacts?.message ?? "It did not come to its end.";
  }
}
