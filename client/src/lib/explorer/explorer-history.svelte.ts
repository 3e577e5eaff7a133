export interface PastQuery {
  query: string;
  variables: string;
  /** When it ran, in milliseconds. */
  ranAt: number;
}

const storageKey = "tallyroom.explorer";
const queriesKept = 20;

function isPastQuery(value: unknown): value is PastQuery {
  const { query, variables } = (value ?? {}) as Partial<PastQuery>;
  return typeof query === "string" && typeof variables === "string";
}

/** The last queries that ran in this browser. */
export class ExplorerHistory {
  queries = $state.raw<readonly PastQuery[]>(this.#read());

  add(query: string, variables: string) {
    // A secret typed into a mutation must not outlive the page.
    if (/password|token|secret/i.test(query + variables)) return;
    const older = this.queries.filter(
      (past) => past.query !== query || past.variables !== variables,
    );
    this.queries = [{ query, variables, ranAt: Date.now() }, ...older].slice(0, queriesKept);
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.queries));
    } catch {
      // Storage full or refused: the list then lives as long as the page.
    }
  }

  #read(): readonly PastQuery[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isPastQuery) : [];
    } catch {
      return [];
    }
  }
}
