import type { CountLine, SessionEvent } from "./count-session.ts";
import { fitsQuestion, isOrderSteady, type LineQuestion } from "./line-question.ts";

/** What has happened to a list since it was read. */
export class ListChanges {
  /** Written in place: in an hour a busy count puts a hundred thousand into them. */
  readonly #counts = new Map<string, number>();
  readonly #waitingIds = new Set<string>();
  #version = $state(0);

  /** How often each line has changed. */
  get counts(): ReadonlyMap<string, number> {
    void this.#version; // whoever looks is told when they change
    return this.#counts;
  }

  /** Lines that would stand elsewhere, or that are not in the list yet. */
  get waitingIds(): ReadonlySet<string> {
    void this.#version;
    return this.#waitingIds;
  }

  forget() {
    this.#counts.clear();
    this.#waitingIds.clear();
    this.#version += 1;
  }

  /** Takes lines that were told, and which of them the list has, by their id. */
  take(
    told: ReadonlyMap<string, CountLine>,
    shown: ReadonlyMap<string, { isChanged: boolean }>,
    { events, question }: { events: readonly SessionEvent[]; question: LineQuestion },
  ) {
    const added = new Set(
      events.filter(({ kind }) => kind === "LINE_ADDED").map(({ lineId }) => lineId),
    );
    for (const [id, line] of told) {
      const isFitting = fitsQuestion(line, question);
      const place = shown.get(id);
      if (place?.isChanged) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
      const isOutOfPlace = place
        ? !isFitting || !isOrderSteady(question)
        : isFitting && !question.filter && (question.view !== "ALL" || added.has(id));
      if (isOutOfPlace) this.#waitingIds.add(id);
      else if (place) this.#waitingIds.delete(id);
    }
    this.#version += 1;
  }
}
