import type { CountLine, FeedItem, Frame, LineTotals, SessionEvent } from "./count-session.ts";
import type { LineQuestion } from "./line-question.ts";
import type { FeedListener, SessionSnapshot, SessionSource } from "./session-source.ts";

/** For tests: a line as a server would tell it. */
export function lineNamed(id: string, said: Partial<CountLine> = {}): CountLine {
  return {
    id,
    version: 1,
    lineNumber: 1,
    origin: "SNAPSHOT",
    item: { id: `item-${id}`, sku: id, description: "", unit: { code: "each", decimals: 0 } },
    location: { id: "bin", code: "A-01" },
    lot: null,
    state: "NOT_VISITED",
    quantityCounted: null,
    quantitySnapshot: null,
    quantityExpected: null,
    quantityVariance: null,
    percentVariance: null,
    isMovedDuringCount: false,
    isTimeUncertain: false,
    isDisputed: false,
    counters: [],
    ...said,
  };
}

/** For tests: a frame with these events, each about the line it names. */
export function frameOf(
  sequences: readonly number[],
  { lines = [], cursor = `after-${sequences.at(-1) ?? 0}`, ...said }: Partial<Frame> = {},
): Frame {
  const events = sequences.map((sequence): SessionEvent => ({
    sequence,
    kind: "OBSERVATION_RECORDED",
    happenedAt: "2026-11-20T10:00:00.000Z",
    lineId: lines[0]?.id ?? null,
    mode: "ADD",
    reason: null,
    actor: null,
  }));
  const progress = {
    status: "OPEN" as const,
    isSubmitted: false,
    linesTotal: 3,
    linesCounted: sequences.at(-1) ?? 0,
    linesSkipped: 0,
    linesNotAccessible: 0,
    linesDifferent: null,
  };
  return {
    __typename: "SessionFrame",
    cursor,
    isEveryLineChanged: false,
    events,
    lines: [...lines],
    progress,
    ...said,
  };
}

/** For tests: answers from a script, and writes down what it was asked. */
export class ScriptedSession implements SessionSource {
  readonly connection = { state: "live" as const, latencyMs: 42 };
  lines: CountLine[] = [];
  cursor = "after-0";
  isThere = true;
  /** Called before each answer; throws to let the question fail. */
  beforeAnswer: (question: string) => void | Promise<void> = () => {};
  readonly asked: string[] = [];
  readonly followedFrom: string[] = [];
  #listener: FeedListener | undefined;

  async readSession(): Promise<SessionSnapshot | null> {
    await this.#answer("session");
    if (!this.isThere) return null;
    return {
      id: "session",
      number: 1,
      title: "Everything",
      status: "OPEN",
      isSubmitted: false,
      countType: "FULL",
      isBlind: false,
      deadlineAt: null,
      createdAt: "2026-11-20T09:00:00.000Z",
      createdBy: null,
      startedAt: null,
      submittedAt: null,
      completedAt: null,
      cancelReason: null,
      linesTotal: this.lines.length,
      linesCounted: 0,
      linesSkipped: 0,
      linesNotAccessible: 0,
      linesDifferent: null,
      changesCursor: this.cursor,
    };
  }

  async readTotals(): Promise<LineTotals> {
    await this.#answer("totals");
    return {
      lines: this.lines.length,
      counted: 0,
      quantityCounted: "0",
      quantityExpected: null,
      quantityVariance: null,
      quantityVarianceGross: null,
      withoutCost: null,
    };
  }

  async readLines(_question: LineQuestion, offset: number, limit: number) {
    const lines = this.lines.slice(offset, offset + limit);
    await this.#answer(`lines ${offset}`);
    return lines;
  }

  follow(after: string, listener: FeedListener) {
    this.followedFrom.push(after);
    this.#listener = listener;
    return () => {
      if (this.#listener === listener) this.#listener = undefined;
    };
  }

  tell(item: FeedItem) {
    this.#listener?.onItem(item);
  }

  refuse(problem: Parameters<FeedListener["onProblem"]>[0]) {
    this.#listener?.onProblem(problem);
  }

  async #answer(question: string) {
    this.asked.push(question);
    await this.beforeAnswer(question);
  }
}
