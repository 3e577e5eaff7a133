import { untrack } from "svelte";
import type { SessionEvent } from "../count-session.ts";
import type { SessionStore } from "../session-store.svelte.ts";

/** What happened, the latest first; it stands still while somebody reads. */
export class Activity {
  isPaused = $state(false);
  #kept = $state.raw<readonly SessionEvent[]>([]);
  #store: SessionStore;
  readonly shown = $derived.by(() => (this.isPaused ? this.#kept : this.#store.events));
  /** How many came since. */
  readonly waiting = $derived.by(() => {
    if (!this.isPaused) return 0;
    const last = this.#kept[0]?.sequence ?? 0;
    return this.#store.events.filter(({ sequence }) => sequence > last).length;
  });

  constructor(store: SessionStore) {
    this.#store = store;
  }

  toggle() {
    this.#kept = untrack(() => this.#store.events);
    this.isPaused = !this.isPaused;
  }
}
