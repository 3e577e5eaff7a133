import type { CountLine, SessionEvent } from "./count-session.ts";
import { fitsQuestion, isOrderSteady, type LineQuestion } from "./line-question.ts";

/** What has happened to a list since it was read. */
export class ListChanges {
  /** How often each line has changed. */
  counts = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** Lines that would stand elsewhere, or that are not in the list yet. */
  waitingIds = $state.raw<ReadonlySet<string>>(new Set());

  forget() {
    this.counts = new Map();
    this.waitingIds = new Set();
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
    const counts = new Map(this.counts);
    const waiting = new Set(this.waitingIds);
    for (const [id, line] of told) {
      const isFitting = fitsQuestion(line, question);
      const place = shown.get(id);
      if (place?.isChanged) counts.set(id, (counts.get(id) ?? 0) + 1);
      const isOutOfPlace = place
        ? !isFitting || !isOrderSteady(question)
        : isFitting && !question.filter && (question.view !== "ALL" || added.has(id));
      if (isOutOfPlace) waiting.add(id);
      else if (place) waiting.delete(id);
    }
    this.counts = counts;
    this.waitingIds = waiting;
  }
}
