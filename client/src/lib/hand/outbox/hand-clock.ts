import { newId } from "#lib/shared/api/new-id.ts";

/** The device's clock, as its entries are written with it. */
export class HandClock {
  /** This life of the page. A clock that was set between two lives is not the same clock. */
  readonly pageId = newId();
  /** The server's clock less the device's; null while it has not been measured. */
  offsetMs: number | null = null;
  #lastMs = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** Not before what was entered in another life of the page. */
  startAfter(instant: string | undefined) {
    if (instant) this.#lastMs = Math.max(this.#lastMs, Date.parse(instant));
  }

  /**
   * Later than every instant before it: two entries of one millisecond have an order, too. A clock that
   * was set back by more than a moment is believed, so that it does not stand still until it has caught up.
   */
  next(): string {
    const now = this.now();
    const isSetBack = this.#lastMs - now > 1_000;
    this.#lastMs = isSetBack ? now : Math.max(now, this.#lastMs + 1);
    return new Date(this.#lastMs).toISOString();
  }
}
