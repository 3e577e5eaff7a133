import { isPassing, patiently, type Wait } from "#lib/shared/api/patiently.ts";
import { asProblem, Problem } from "#lib/shared/api/problem.ts";
import { waitToRetry } from "#lib/shared/api/wait-to-retry.ts";
import { applyFrame, linesOfEvents, type FeedPlace } from "./apply-frame.ts";
import type { CountLine, CountSession, FeedItem, Frame, SessionEvent } from "./count-session.ts";
import type { LineQuestion } from "./line-question.ts";
import { ListedLines } from "./listed-lines.svelte.ts";
import type { SessionSource } from "./session-source.ts";

const eventsKept = 100;

/**
 * One count as it stands, kept up to date for ever: a snapshot read in pages as they are looked at,
 * then the feed's frames. Lines are replaced by what the server says of them, never worked out.
 */
export class SessionStore {
  session = $state.raw<CountSession>();
  /** The latest first. */
  events = $state.raw<readonly SessionEvent[]>([]);
  /** Each line that these are about, as it was told last. */
  eventLines = $state.raw<ReadonlyMap<string, CountLine>>(new Map());
  /** What keeps the store from being right; it goes on trying where that can help. */
  problem = $state.raw<Problem>();
  readonly #lines: ListedLines;
  #source: SessionSource;
  #wait: Wait;
  #place: FeedPlace | undefined;
  #unfollow: (() => void) | undefined;
  /** Grows with each reading anew; what was asked before it is not listened to any more. */
  #feedTurn = 0;
  #tries = 0;
  #isOpen = false;

  constructor(source: SessionSource, { wait = waitToRetry }: { wait?: Wait } = {}) {
    this.#source = source;
    this.#wait = wait;
    this.#lines = new ListedLines(source, (ask, isWanted) => this.#read(ask, isWanted));
  }

  get connection() {
    return this.#source.connection;
  }

  /** The list's own, for whoever shows it. */
  get question() {
    return this.#lines.question;
  }

  get totals() {
    return this.#lines.totals;
  }

  get rowCount() {
    return this.#lines.rowCount;
  }

  get isRenewing() {
    return this.#lines.isRenewing;
  }

  get listChanges() {
    return this.#lines.changes;
  }

  open() {
    if (this.#isOpen) return;
    this.#isOpen = true;
    void this.#begin();
  }

  close() {
    this.#isOpen = false;
    this.#feedTurn += 1;
    this.#unfollow?.();
    this.#lines.close();
  }

  lineAt(index: number): CountLine | undefined {
    return this.#lines.at(index);
  }

  find(id: string): CountLine | undefined {
    return this.#lines.find(id);
  }

  look(first: number, last: number) {
    this.#lines.look(first, last);
  }

  ask(question: LineQuestion) {
    this.#lines.ask(question);
  }

  updateOrder() {
    this.#lines.readAnew();
  }

  amend(id: string, known: Partial<CountLine>) {
    this.#lines.amend(id, known);
  }

  async #begin() {
    const turn = ++this.#feedTurn;
    this.#unfollow?.();
    const snapshot = await this.#read(
      () => this.#source.readSession(),
      () => turn === this.#feedTurn,
    );
    if (snapshot === null) this.problem = new Problem("not-found", "There is no such count.");
    if (!snapshot || turn !== this.#feedTurn) return;
    this.session = snapshot;
    this.#place = { cursor: snapshot.changesCursor, lastSequence: undefined };
    this.#follow();
    this.#lines.readAnew();
  }

  #follow() {
    const turn = ++this.#feedTurn;
    if (!this.#place) return;
    this.#unfollow = this.#source.follow(this.#place.cursor, {
      onItem: (item) => turn === this.#feedTurn && this.#take(item),
      onProblem: (problem) => turn === this.#feedTurn && void this.#goOn(problem),
    });
  }

  /** The feed has ended with a refusal or a fault. */
  async #goOn(problem: Problem) {
    const turn = ++this.#feedTurn;
    this.#unfollow?.();
    const isCursorRefused = problem.kind === "bad-input";
    if (!isCursorRefused && !isPassing(problem)) {
      this.problem = problem;
      return;
    }
    await this.#wait(this.#tries++);
    if (turn !== this.#feedTurn) return;
    if (isCursorRefused) void this.#begin();
    else this.#follow();
  }

  #take(item: FeedItem) {
    const applied =
      item.__typename === "SessionFrame" && this.#place && applyFrame(this.#place, item);
    if (!applied) {
      // A history that ended, or a hole in this one: begin with a fresh look.
      void this.#begin();
      return;
    }
    this.#tries = 0;
    this.#place = applied.place;
    const frame = item as Frame;
    const isNews = !applied.isOld && this.session !== undefined;
    if (isNews) this.session = { ...(this.session as CountSession), ...frame.progress };
    this.events = [...applied.events.toReversed(), ...this.events].slice(0, eventsKept);
    this.eventLines = linesOfEvents(this.events, this.eventLines, frame.lines);
    this.#lines.take(frame.lines, applied.events);
    if (frame.isEveryLineChanged) this.#lines.readAnew();
    else if (applied.events.length > 0) this.#lines.wantTotals();
  }

  async #read<Answer>(ask: () => Promise<Answer>, isWanted: () => boolean) {
    try {
      const answer = await patiently(ask, isWanted, {
        wait: this.#wait,
        onTrouble: (problem) => (this.problem = problem),
      });
      if (answer !== undefined && isWanted()) this.problem = undefined;
      return answer;
    } catch (thrown) {
      if (isWanted()) this.problem = asProblem(thrown);
      return undefined;
    }
  }
}
