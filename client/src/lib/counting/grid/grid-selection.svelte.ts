import { CountLineTotals } from "@tallyroom/schema/operations/count-line-totals.ts";
import { SelectLines } from "@tallyroom/schema/operations/select-lines.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { asProblem, type Problem } from "#lib/shared/api/problem.ts";
import { seesLineValues } from "../api-session-source.ts";
import type { CountLine, LineTotals } from "../count-session.ts";
import type { LineQuestion } from "../line-question.ts";
import { sumLines } from "./sum-lines.ts";

/** Lines that something is to be done with: by their ids, or all that a token stands for. */
export type ChosenLines = { lineIds: string[] } | { selection: string };

const linesAtMost = 1_000;

/**
 * The rows that are ticked: some of them, known here, or everything that the question finds, which
 * the server keeps under a token, however many they are.
 */
export class GridSelection {
  #picked = $state.raw<ReadonlyMap<string, CountLine>>(new Map());
  #token = $state<string>();
  #excepted = $state.raw<ReadonlySet<string>>(new Set());
  #tokenTotals = $state.raw<LineTotals>();
  #lastPicked: number | undefined;
  #turn = 0;
  #sessionId: string;
  #question: LineQuestion | undefined;
  problem = $state.raw<Problem>();

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
  }

  get isWhole() {
    return this.#token !== undefined;
  }

  get count(): number {
    return this.isWhole ? (this.#tokenTotals?.lines ?? 0) : this.#picked.size;
  }

  get totals(): LineTotals | undefined {
    return this.isWhole ? this.#tokenTotals : sumLines([...this.#picked.values()]);
  }

  get chosen(): ChosenLines | undefined {
    if (this.#token) return { selection: this.#token };
    return this.#picked.size > 0 ? { lineIds: [...this.#picked.keys()] } : undefined;
  }

  has(id: string): boolean {
    return this.isWhole ? !this.#excepted.has(id) : this.#picked.has(id);
  }

  find(id: string): CountLine | undefined {
    return this.#picked.get(id);
  }

  clear() {
    this.#turn += 1;
    this.#picked = new Map();
    this.#excepted = new Set();
    this.#token = undefined;
    this.#tokenTotals = undefined;
    this.#lastPicked = undefined;
  }

  /** With Shift, all rows from the one ticked before to this one. */
  flip(index: number, isRange: boolean, lineAt: (index: number) => CountLine | undefined) {
    const from = isRange ? (this.#lastPicked ?? index) : index;
    this.#lastPicked = index;
    const line = lineAt(index);
    if (!line) return;
    const isTicked = !this.has(line.id);
    const [first, last] = from < index ? [from, index] : [index, from];
    const lines: CountLine[] = [];
    for (let at = first; at <= last; at += 1) {
      const each = lineAt(at);
      if (each) lines.push(each);
    }
    if (this.isWhole) this.#except(lines, isTicked);
    else this.#pick(lines, isTicked);
  }

  /** Lines that go together, wherever in the list they stand; those out of sight have no sums yet. */
  flipLines(ids: readonly string[], find: (id: string) => CountLine | undefined) {
    const lines = ids.flatMap((id) => find(id) ?? []);
    const isTicked = !ids.every((id) => this.has(id));
    if (this.isWhole) this.#except(lines, isTicked);
    else this.#pick(lines, isTicked);
  }

  /** What is ticked shows what its line says by now. */
  refresh(find: (id: string) => CountLine | undefined) {
    let isNewer = false;
    const picked = new Map(this.#picked);
    for (const [id, kept] of picked) {
      const line = find(id);
      if (!line || line.version === kept.version) continue;
      picked.set(id, line);
      isNewer = true;
    }
    if (isNewer) this.#picked = picked;
  }

  /** Everything that is found, also what was never drawn. */
  async chooseAll(question: LineQuestion) {
    this.clear();
    this.#question = question;
    await this.#freeze();
  }

  #pick(lines: readonly CountLine[], isTicked: boolean) {
    const picked = new Map(this.#picked);
    for (const line of lines) {
      if (!isTicked) picked.delete(line.id);
      else if (picked.size < linesAtMost) picked.set(line.id, line);
    }
    this.#picked = picked;
  }

  #except(lines: readonly CountLine[], isTicked: boolean) {
    const excepted = new Set(this.#excepted);
    for (const { id } of lines) {
      if (isTicked) excepted.delete(id);
      else if (excepted.size < linesAtMost) excepted.add(id);
    }
    this.#excepted = excepted;
    void this.#freeze();
  }

  async #freeze() {
    const turn = ++this.#turn;
    if (!this.#question) return;
    const { view, search, filter } = this.#question;
    const sessionId = this.#sessionId;
    const input = {
      sessionId,
      query: { view, search: search || null, ...(filter && { filter }) },
      exceptLineIds: [...this.#excepted],
    };
    this.problem = undefined;
    try {
      const { selectLines } = await api.mutate(SelectLines, { input });
      const { token } = selectLines.selection;
      const variables = { sessionId, query: { selection: token }, seesValue: seesLineValues() };
      const { countSession } = await api.query(CountLineTotals, variables);
      if (turn !== this.#turn) return; // what was ticked last counts
      this.#token = token;
      this.#tokenTotals = countSession?.totals;
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asProblem(thrown);
    }
  }
}
