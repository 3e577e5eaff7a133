import type { LiveState } from "#lib/shared/api/live-connection.svelte.ts";
import type { Problem } from "#lib/shared/api/problem.ts";
import type { CountLine, CountSession, FeedItem, LineTotals } from "./count-session.ts";
import type { LineQuestion } from "./line-question.ts";

export type SessionSnapshot = CountSession & { changesCursor: string };

export interface FeedListener {
  onItem: (item: FeedItem) => void;
  onProblem: (problem: Problem) => void;
}

/** Where a SessionStore reads one count: two kinds of question, and the feed. */
export interface SessionSource {
  readonly connection: { readonly state: LiveState; readonly latencyMs: number | undefined };
  /** Null where there is no such count, as far as the asker is told. */
  readSession(): Promise<SessionSnapshot | null>;
  readTotals(question: LineQuestion): Promise<LineTotals>;
  readLines(question: LineQuestion, offset: number, limit: number): Promise<readonly CountLine[]>;
  /** Follows from a cursor on, through breaks of the connection; answers with what ends it. */
  follow(after: string, listener: FeedListener): () => void;
}
