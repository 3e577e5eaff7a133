import { untrack } from "svelte";
import { api } from "./api.svelte.ts";
import { asProblem, type Problem } from "./problem.ts";

export interface Page<Row> {
  nodes: readonly Row[];
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * A list read page by page by cursor. Rows are only ever added at the end, so the list does not
 * move under the reader; a new question (another filter, another order) starts it anew.
 */
export class PagedReading<Row extends { id: string }> {
  rows = $state.raw<readonly Row[]>([]);
  totalCount = $state<number>();
  hasMore = $state(false);
  /** The first page of a new question is on its way. */
  isLoading = $state(true);
  isLoadingMore = $state(false);
  /** The rows still answer the question before; the new one has no answer yet. */
  isOutdated = $state(false);
  problem = $state.raw<Problem>();
  #endCursor: string | null = null;
  #ask: (after: string | null) => Promise<Page<Row>> | undefined;
  #newest = 0;

  constructor(ask: (after: string | null) => Promise<Page<Row>> | undefined) {
    this.#ask = ask;
    $effect(() => {
      const asked = this.#ask(null);
      if (asked) void untrack(() => this.#start(asked));
    });
    $effect(() => {
      if (api.live.returnCount > 0 && untrack(() => this.problem?.kind === "network")) {
        void untrack(() => (this.isOutdated || !this.hasMore ? this.again() : this.more()));
      }
    });
  }

  /** Reads the list anew from its beginning; the old rows stay until the new ones are here. */
  async again() {
    const asked = this.#ask(null);
    if (asked) await this.#start(asked);
  }

  async more() {
    // The cursor of one question means nothing to another.
    if (!this.hasMore || this.isLoadingMore || this.isOutdated) return;
    const asked = this.#ask(this.#endCursor);
    if (!asked) return;
    this.isLoadingMore = true;
    const known = new Set(this.rows.map((row) => row.id));
    await this.#settle(asked, ++this.#newest, (page) => {
      // A row that moved behind the cursor since the page before is not shown twice.
      this.rows = [...this.rows, ...page.nodes.filter((row) => !known.has(row.id))];
    });
    this.isLoadingMore = false;
  }

  /** Replaces rows where they stand. */
  replace(fresh: ReadonlyMap<string, Row>) {
    this.rows = this.rows.map((row) => fresh.get(row.id) ?? row);
  }

  /** Adds what is newer than everything in a list that is read newest first. */
  putFirst(fresh: readonly Row[]) {
    const known = new Set(this.rows.map((row) => row.id));
    const added = fresh.filter((row) => !known.has(row.id));
    this.rows = [...added, ...this.rows];
    if (this.totalCount !== undefined) this.totalCount += added.length;
  }

  async #start(asked: Promise<Page<Row>>) {
    this.isLoading = true;
    this.isLoadingMore = false;
    const turn = ++this.#newest;
    this.isOutdated = true;
    await this.#settle(asked, turn, (page) => {
      this.rows = page.nodes;
      this.isOutdated = false;
    });
    if (turn === this.#newest) this.isLoading = false;
  }

  async #settle(asked: Promise<Page<Row>>, turn: number, take: (page: Page<Row>) => void) {
    try {
      const page = await asked;
      if (turn !== this.#newest) return;
      take(page);
      this.totalCount = page.totalCount ?? this.totalCount;
      this.hasMore = page.pageInfo.hasNextPage;
      this.#endCursor = page.pageInfo.endCursor;
      this.problem = undefined;
    } catch (thrown) {
      if (turn === this.#newest) this.problem = asProblem(thrown);
    }
  }
}
