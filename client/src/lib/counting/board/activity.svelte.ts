import { LastFrame } from "@tallyroom/schema/operations/last-frame.ts";
import { untrack } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import type { CountDesk } from "../count-desk.svelte.ts";
import type { SessionEvent } from "../count-session.ts";

/** What happened, the latest first; it stands still while somebody reads. */
export class Activity {
  isPaused = $state(false);
  #kept = $state.raw<readonly SessionEvent[]>([]);
  #desk: CountDesk;
  /** What happened before this page was opened. */
  readonly #earlier;
  readonly #all = $derived.by(() => {
    const { events } = this.#desk.store;
    const first = events.at(-1)?.sequence ?? Infinity;
    const before = this.#earlier.answer?.events ?? [];
    return [...events, ...before.filter(({ sequence }) => sequence < first).toReversed()];
  });
  readonly #linesBefore = $derived.by(
    () => new Map((this.#earlier.answer?.lines ?? []).map((line) => [line.id, line])),
  );
  readonly shown = $derived.by(() => (this.isPaused ? this.#kept : this.#all));
  readonly isKnown = $derived.by(() => this.#earlier.answer !== undefined);
  /** How many came since. */
  readonly waiting = $derived.by(() => {
    if (!this.isPaused) return 0;
    const last = this.#kept[0]?.sequence ?? 0;
    return this.#all.filter(({ sequence }) => sequence > last).length;
  });

  constructor(desk: CountDesk) {
    this.#desk = desk;
    const { sessionId, sight } = desk;
    this.#earlier = new Reading(() =>
      api
        .query(LastFrame, { sessionId, seesValue: sight.seesValue })
        .then(({ countSession }) => countSession?.lastFrame),
    );
  }

  lineOf({ lineId }: SessionEvent) {
    if (lineId === null) return undefined;
    return this.#desk.store.eventLines.get(lineId) ?? this.#linesBefore.get(lineId);
  }

  toggle() {
    this.#kept = untrack(() => this.#all);
    this.isPaused = !this.isPaused;
  }
}
