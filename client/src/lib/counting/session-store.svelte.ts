import { paced } from "#lib/shared/api/paced.ts";
import { isPassing, patiently, type Wait } from "#lib/shared/api/patiently.ts";
import { asProblem, Problem } from "#lib/shared/api/problem.ts";
import { waitToRetry } from "#lib/shared/api/wait-to-retry.ts";
import { applyFrame, linesOfEvents, newerOf, type FeedPlace } from "./apply-frame.ts";
import type {
  CountLine,
  CountSession,
  FeedItem,
  Frame,
  LineTotals,
  SessionEvent,
} from "./count-session.ts";
import { LinePages, linesAPage } from "./line-pages.ts";
import { wholeCount, type LineQuestion } from "./line-question.ts";
import { ListChanges } from "./list-changes.svelte.ts";
import type { SessionSource } from "./session-source.ts";

const totalsApartMs = 1_000;
const eventsKept = 100;

/**
 * One count as it stands, kept up to date for ever: a snapshot read in pages as they are looked at,
 * then the feed's frames. Lines are replaced by what the server says of them, never worked out.
 */
export class SessionStore {
  session = $state.raw<CountSession>();
  totals = $state.raw<LineTotals>();
  question = $state.raw<LineQuestion>(wholeCount);
  /** Rows of the list; fixed until the order is updated, so that nothing moves under the reader. */
  rowCount = $state<number>();
  readonly listChanges = new ListChanges();
  /** The latest first. */
  events = $state.raw<readonly SessionEvent[]>([]);
  /** Each line that these are about, as it was told last. */
  eventLines = $state.raw<ReadonlyMap<string, CountLine>>(new Map());
  /** What keeps the store from being right; it goes on trying where that can help. */
  problem = $state.raw<Problem>();
  #revision = $state(0);
  #source: SessionSource;
  #wait: Wait;
  #pages = new LinePages();
  #place: FeedPlace | undefined;
  #unfollow: (() => void) | undefined;
  /** Grows with each reading anew; what was asked before it is not listened to any more. */
  #listTurn = 0;
  #feedTurn = 0;
  #tries = 0;
  #isOpen = false;
  #range: [first: number, last: number] = [0, 0];
  #asking = new Set<number>();
  /** Lines told by the feed while pages were on their way: those may be older. */
  #toldMeanwhile = new Map<string, CountLine>();
  #totalsPace = paced(() => void this.#readTotals(), totalsApartMs);

  constructor(source: SessionSource, { wait = waitToRetry }: { wait?: Wait } = {}) {
    this.#source = source;
    this.#wait = wait;
  }

  get connection() {
    return this.#source.connection;
  }

  open() {
    if (this.#isOpen) return;
    this.#isOpen = true;
    void this.#begin();
  }

  close() {
    this.#isOpen = false;
    this.#listTurn += 1;
    this.#feedTurn += 1;
    this.#unfollow?.();
    this.#totalsPace.stop();
  }

  lineAt(index: number): CountLine | undefined {
    void this.#revision; // whoever reads a line is told when lines change
    return this.#pages.at(index);
  }

  find(id: string): CountLine | undefined {
    void this.#revision;
    return this.#pages.find(id);
  }

  /** Says which rows are looked at; those that are missing are read. */
  look(first: number, last: number) {
    this.#range = [first, last];
    if (this.session) this.#readMissing();
  }

  ask(question: LineQuestion) {
    if (JSON.stringify(question) === JSON.stringify(this.question)) return;
    this.question = question;
    this.totals = undefined;
    this.rowCount = undefined;
    this.#pages.clear();
    if (this.session) this.#readList();
  }

  /** Puts every line where it belongs by now. */
  updateOrder() {
    this.#readList();
  }

  /** Takes what an answer said of a line, and no version tells. */
  amend(id: string, known: Partial<CountLine>) {
    this.#pages.amend(id, known);
    this.#revision += 1;
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
    this.#readList();
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
    this.#takeLines(frame.lines, applied.events);
    if (frame.isEveryLineChanged) this.#readList();
    else if (applied.events.length > 0) this.#totalsPace.push([undefined]);
  }

  #takeLines(lines: readonly CountLine[], events: readonly SessionEvent[]) {
    if (lines.length === 0) return;
    const told = new Map(lines.map((line) => [line.id, line]));
    if (this.#asking.size > 0) for (const line of lines) this.#keepMeanwhile(line);
    const shown = this.#pages.replace(told);
    this.listChanges.take(told, shown, { events, question: this.question });
    this.#revision += 1;
  }

  #keepMeanwhile(line: CountLine) {
    this.#toldMeanwhile.set(line.id, newerOf(this.#toldMeanwhile.get(line.id), line));
  }

  #readList() {
    this.#listTurn += 1;
    this.#asking.clear();
    this.#pages.outdate();
    this.listChanges.forget();
    void this.#readTotals(true);
    this.#readMissing();
  }

  async #readTotals(isOfNewList = false) {
    const turn = this.#listTurn;
    const totals = await this.#read(
      () => this.#source.readTotals(this.question),
      () => turn === this.#listTurn,
    );
    if (!totals) return;
    this.totals = totals;
    if (isOfNewList || this.rowCount === undefined) this.rowCount = totals.lines;
  }

  #readMissing() {
    for (const page of this.#pages.missing(...this.#range)) {
      if (this.#asking.has(page)) continue;
      this.#asking.add(page);
      void this.#readPage(page);
    }
  }

  async #readPage(page: number) {
    const turn = this.#listTurn;
    const lines = await this.#read(
      () => this.#source.readLines(this.question, page * linesAPage, linesAPage),
      () => turn === this.#listTurn,
    );
    if (!lines) return;
    this.#pages.put(
      page,
      lines.map((line) => newerOf(this.#toldMeanwhile.get(line.id), line)),
    );
    this.#asking.delete(page);
    if (this.#asking.size === 0) this.#toldMeanwhile.clear();
    this.#revision += 1;
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
