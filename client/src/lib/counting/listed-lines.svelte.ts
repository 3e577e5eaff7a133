import { paced } from "#lib/shared/api/paced.ts";
import { newerOf } from "./apply-frame.ts";
import type { CountLine, LineTotals, SessionEvent } from "./count-session.ts";
import { LinePages, linesAPage } from "./line-pages.ts";
import { wholeCount, type LineQuestion } from "./line-question.ts";
import { ListChanges } from "./list-changes.svelte.ts";
import type { SessionSource } from "./session-source.ts";

const totalsApartMs = 1_000;

/** Asks until there is an answer or nobody waits for it; undefined where there is none. */
type Read = <Answer>(
  ask: () => Promise<Answer>,
  isWanted: () => boolean,
) => Promise<Answer | undefined>;

/** The list that somebody looks at: lines in pages, as they are looked at, with their sums. */
export class ListedLines {
  question = $state.raw<LineQuestion>(wholeCount);
  totals = $state.raw<LineTotals>();
  /** Rows of the list; fixed until the order is updated, so that nothing moves under the reader. */
  rowCount = $state<number>();
  /** Another list was asked for: until its first lines are there, those of the last one are shown. */
  isRenewing = $state(false);
  readonly changes = new ListChanges();
  #revision = $state(0);
  #source: SessionSource;
  #read: Read;
  #pages = new LinePages();
  /** Grows with each reading anew; what was asked before it is not listened to any more. */
  #turn = 0;
  #isOpen = false;
  #range: [first: number, last: number] = [0, 0];
  /** The rows in sight go before all else that is asked for. */
  #isTopAwaited = false;
  #asking = new Set<number>();
  /** Lines told by the feed while pages were on their way: those may be older. */
  #toldMeanwhile = new Map<string, CountLine>();
  #totalsPace = paced(() => void this.#readTotals(), totalsApartMs);

  constructor(source: SessionSource, read: Read) {
    this.#source = source;
    this.#read = read;
  }

  at(index: number): CountLine | undefined {
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
    if (this.#isOpen && !this.#isTopAwaited) this.#readMissing();
  }

  ask(question: LineQuestion) {
    if (JSON.stringify(question) === JSON.stringify(this.question)) return;
    this.question = question;
    this.isRenewing = this.rowCount !== undefined;
    // The next list is read from its top.
    this.#range = [0, this.#range[1] - this.#range[0]];
    if (this.#isOpen) this.readAnew();
  }

  /** Every line that is looked at, and where it belongs by now. */
  readAnew() {
    this.#isOpen = true;
    this.#turn += 1;
    this.#asking.clear();
    this.#pages.outdate();
    this.changes.forget();
    void this.#readTopFirst();
  }

  /** What is on its way is not wanted any more. */
  close() {
    this.#turn += 1;
    this.#totalsPace.stop();
  }

  /** Takes what an answer said of a line, and no version tells. */
  amend(id: string, known: Partial<CountLine>) {
    this.#pages.amend(id, known);
    this.#revision += 1;
  }

  take(lines: readonly CountLine[], events: readonly SessionEvent[]) {
    if (lines.length === 0) return;
    const told = new Map(lines.map((line) => [line.id, line]));
    if (this.#asking.size > 0) for (const line of lines) this.#keepMeanwhile(line);
    const shown = this.#pages.replace(told);
    this.changes.take(told, shown, { events, question: this.question });
    this.#revision += 1;
  }

  /** Sums have changed: they are read again, not too often. */
  wantTotals() {
    this.#totalsPace.push([undefined]);
  }

  #keepMeanwhile(line: CountLine) {
    this.#toldMeanwhile.set(line.id, newerOf(this.#toldMeanwhile.get(line.id), line));
  }

  async #readTotals(isOfNewList = false) {
    const turn = this.#turn;
    const totals = await this.#read(
      () => this.#source.readTotals(this.question),
      () => turn === this.#turn,
    );
    // Those of a list that is on its way are read behind its first lines.
    if (!totals || this.isRenewing) return;
    this.totals = totals;
    if (isOfNewList || this.rowCount === undefined) this.rowCount = totals.lines;
  }

  async #readTopFirst() {
    const turn = this.#turn;
    const [top] = this.#pages.missing(...this.#range);
    this.#isTopAwaited = true;
    if (top !== undefined) await this.#readPage(top);
    if (turn !== this.#turn) return;
    this.#isTopAwaited = false;
    void this.#readTotals(true);
    this.#readMissing();
  }

  #readMissing() {
    for (const page of this.#pages.missing(...this.#range)) {
      if (!this.#asking.has(page)) void this.#readPage(page);
    }
  }

  async #readPage(page: number) {
    const turn = this.#turn;
    this.#asking.add(page);
    const lines = await this.#read(
      () => this.#source.readLines(this.question, page * linesAPage, linesAPage),
      () => turn === this.#turn,
    );
    if (!lines) return;
    // Lines are shown before their sums are there: the list has at least these.
    const atLeast = page * linesAPage + lines.length;
    if (this.isRenewing) this.#showNext(atLeast);
    this.rowCount ??= atLeast;
    this.#pages.put(
      page,
      lines.map((line) => newerOf(this.#toldMeanwhile.get(line.id), line)),
    );
    this.#asking.delete(page);
    if (this.#asking.size === 0) this.#toldMeanwhile.clear();
    this.#revision += 1;
  }

  /** The first lines of another list are there: the last one goes, all at once. */
  #showNext(lines: number) {
    this.isRenewing = false;
    this.#pages.clear();
    this.totals = undefined;
    this.rowCount = lines;
  }
}
