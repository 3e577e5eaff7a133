import type { FieldName } from "./import-desk.svelte.ts";
import type { RowError, ShownError } from "./error-list.svelte.ts";

/** A value that can be put right: it stands in a field, and blank units mean something. */
export interface WrongValue {
  field: FieldName;
  label: string;
  from: string;
  suggestion: string | null;
  rows: number;
}

/** Null where it is the row that is wrong, and not a value in it. */
export function wrongValueOf(error: RowError): WrongValue | null {
  const { field, label, value, suggestion, rowsAlike } = error;
  if (field === null || (field === "UNITS" && value === "")) return null;
  return { field, label, from: value, suggestion, rows: rowsAlike };
}

/** The errors that are ticked, of those that were drawn. */
export class ErrorChoice {
  #ticked = $state.raw<ReadonlyMap<string, ShownError>>(new Map());
  #last: number | undefined;

  get count(): number {
    return this.#ticked.size;
  }

  /** Each row once, however much is wrong with it. */
  readonly rows = $derived.by((): number[] => [
    ...new Set([...this.#ticked.values()].map(({ row }) => row)),
  ]);

  /** Each value once, however many rows have it. */
  readonly values = $derived.by((): WrongValue[] => {
    const values = [...this.#ticked.values()].flatMap((error) => wrongValueOf(error) ?? []);
    return [...new Map(values.map((each) => [`${each.field}:${each.from}`, each])).values()];
  });

  has(id: string): boolean {
    return this.#ticked.has(id);
  }

  /** With Shift, all rows from the one ticked before to this one. */
  flip(index: number, isRange: boolean, rows: readonly ShownError[]) {
    const error = rows[index];
    if (!error) return;
    const from = isRange ? (this.#last ?? index) : index;
    this.#last = index;
    this.#tick(rows.slice(Math.min(from, index), Math.max(from, index) + 1), !this.has(error.id));
  }

  flipAll(rows: readonly ShownError[]) {
    this.#tick(rows, !rows.every(({ id }) => this.has(id)));
  }

  clear() {
    this.#ticked = new Map();
    this.#last = undefined;
  }

  #tick(errors: readonly ShownError[], isTicked: boolean) {
    const ticked = new Map(this.#ticked);
    for (const error of errors) {
      if (isTicked) ticked.set(error.id, error);
      else ticked.delete(error.id);
    }
    this.#ticked = ticked;
  }
}
