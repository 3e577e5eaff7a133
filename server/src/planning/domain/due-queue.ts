import type { Day } from "./day.ts";
import type { PlannedPlace } from "./plan-days.ts";

export interface Due {
  dueOn: Day;
  place: PlannedPlace;
}

/** Places in the order in which they choose their days: due first, then most lines, then by their keys. */
export class DueQueue {
  readonly #heap: Due[] = [];

  /** What is due behind the horizon is not looked at. */
  add(dueOn: Day, place: PlannedPlace, horizon: Day): void {
    if (dueOn > horizon) return;
    this.#heap.push({ dueOn, place });
    let at = this.#heap.length - 1;
    while (at > 0 && this.#isBefore(at, parentOf(at))) at = this.#swap(at, parentOf(at));
  }

  take(): Due | null {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (!first || !last || this.#heap.length === 0) return first ?? null;
    this.#heap[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const smaller = right < this.#heap.length && this.#isBefore(right, left) ? right : left;
      if (smaller >= this.#heap.length || !this.#isBefore(smaller, at)) return first;
      at = this.#swap(at, smaller);
    }
  }

  #isBefore(at: number, other: number): boolean {
    return compare(this.#heap[at] as Due, this.#heap[other] as Due) < 0;
  }

  #swap(at: number, other: number): number {
    const one = this.#heap[at] as Due;
    this.#heap[at] = this.#heap[other] as Due;
    this.#heap[other] = one;
    return other;
  }
}

const parentOf = (at: number) => Math.floor((at - 1) / 2);

function compare({ dueOn, place }: Due, other: Due): number {
  if (dueOn !== other.dueOn) return dueOn < other.dueOn ? -1 : 1;
  return (
    other.place.lines - place.lines ||
    place.scheduleId - other.place.scheduleId ||
    (place.locationId ?? 0) - (other.place.locationId ?? 0)
  );
}
