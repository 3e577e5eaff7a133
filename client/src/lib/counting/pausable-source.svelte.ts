import type { FeedItem } from "./count-session.ts";
import type { SessionSource } from "./session-source.ts";

const heldAtMost = 500;

/** A source whose feed can be held back: what comes meanwhile waits, in its order. */
export class PausableSource implements SessionSource {
  isPaused = $state(false);
  /** How many answers of the feed wait. */
  heldCount = $state(0);
  #source: SessionSource;
  #held: FeedItem[] = [];
  #onItem: ((item: FeedItem) => void) | undefined;

  constructor(source: SessionSource) {
    this.#source = source;
  }

  get connection() {
    return this.#source.connection;
  }

  readSession = () => this.#source.readSession();
  readTotals: SessionSource["readTotals"] = (...asked) => this.#source.readTotals(...asked);
  readLines: SessionSource["readLines"] = (...asked) => this.#source.readLines(...asked);

  follow: SessionSource["follow"] = (after, listener) => {
    this.#forget();
    this.#onItem = listener.onItem;
    return this.#source.follow(after, { ...listener, onItem: (item) => this.#take(item) });
  };

  toggle() {
    this.isPaused = !this.isPaused;
    if (this.isPaused) return;
    const held = this.#held;
    const isTooMuch = held.length > heldAtMost;
    this.#forget();
    // A long pause ends with a fresh look: that is shorter than all that has happened.
    if (isTooMuch) this.#onItem?.({ __typename: "ResyncRequired", reason: "TOO_FAR_BEHIND" });
    else for (const item of held) this.#onItem?.(item);
  }

  #take(item: FeedItem) {
    if (!this.isPaused) {
      this.#onItem?.(item);
      return;
    }
    if (this.#held.length <= heldAtMost) this.#held.push(item);
    this.heldCount += 1;
  }

  #forget() {
    this.#held = [];
    this.heldCount = 0;
  }
}
