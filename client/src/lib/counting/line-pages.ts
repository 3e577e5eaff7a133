import { newerOf } from "./apply-frame.ts";
import type { CountLine } from "./count-session.ts";

/** What a screen shows and a little more: the first page is there sooner, and the next is asked for early. */
export const linesAPage = 50;
const pagesKept = 40;

interface LinePage {
  lines: CountLine[];
  isStale: boolean;
}

/** The parts of a long list that were looked at last; the rest is asked for again when needed. */
export class LinePages {
  /** In the order of their last use, the oldest first. */
  readonly #pages = new Map<number, LinePage>();

  at(index: number): CountLine | undefined {
    return this.#pages.get(Math.floor(index / linesAPage))?.lines[index % linesAPage];
  }

  find(id: string): CountLine | undefined {
    for (const { lines } of this.#pages.values()) {
      const found = lines.find((line) => line.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** Pages of a range of lines that have to be asked for. */
  missing(first: number, last: number): number[] {
    const missing: number[] = [];
    for (let page = Math.floor(first / linesAPage); page * linesAPage <= last; page += 1) {
      const kept = this.#pages.get(page);
      if (kept) this.#use(page, kept);
      if (!kept || kept.isStale) missing.push(page);
    }
    return missing;
  }

  put(page: number, lines: readonly CountLine[]) {
    this.#use(page, { lines: [...lines], isStale: false });
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= pagesKept) break;
      this.#pages.delete(oldest);
    }
  }

  /** Replaces lines where they stand; answers with those it has, and which of them are newer. */
  replace(told: ReadonlyMap<string, CountLine>): Map<string, { isChanged: boolean }> {
    const found = new Map<string, { isChanged: boolean }>();
    for (const page of this.#pages.values()) {
      for (const [at, kept] of page.lines.entries()) {
        const line = told.get(kept.id);
        if (!line) continue;
        const newer = newerOf(kept, line);
        found.set(line.id, { isChanged: newer !== kept });
        page.lines[at] = newer;
      }
    }
    return found;
  }

  /** Puts what is known besides onto a line, wherever it stands. */
  amend(id: string, known: Partial<CountLine>) {
    for (const { lines } of this.#pages.values()) {
      const at = lines.findIndex((line) => line.id === id);
      const line = lines[at];
      if (line) lines[at] = { ...line, ...known };
    }
  }

  /** What is kept stays to be looked at until it is read anew. */
  outdate() {
    for (const page of this.#pages.values()) page.isStale = true;
  }

  clear() {
    this.#pages.clear();
  }

  #use(at: number, page: LinePage) {
    this.#pages.delete(at);
    this.#pages.set(at, page);
  }
}
