import type { Doorbell } from "./doorbell.ts";

export interface Waiting {
  wake(): void;
  fail(error: unknown): void;
}

/** What a look found: nothing new, something, or so much that more may be left. */
export type Found = "nothing" | "some" | "more";

/**
 * Looks once for all who wait on this server, when the bell rings and somebody waits, and while much
 * happens no more often than the given time apart.
 */
export abstract class SharedLook {
  readonly #waiting = new Set<Waiting>();
  readonly #stopListening: () => void;
  #mayHaveMore = true;
  #isLooking = false;
  #isClosed = false;
  #foundAt = -Infinity;
  #ring: (() => void) | null = null;

  constructor(
    doorbell: Doorbell,
    topic: string,
    private readonly apartMs: number,
  ) {
    this.#stopListening = doorbell.listen(topic, () => {
      this.#mayHaveMore = true;
      this.#ring?.();
    });
  }

  /** Reads what has come since the last look. */
  protected abstract look(): Promise<Found>;

  /** Wakes the waiting once, after a look that found something. */
  wait(waiting: Waiting): void {
    this.#waiting.add(waiting);
    if (!this.#isLooking) void this.#lookWhileSomebodyWaits();
  }

  stopWaiting(waiting: Waiting): void {
    this.#waiting.delete(waiting);
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#ring?.();
  }

  async #lookWhileSomebodyWaits(): Promise<void> {
    this.#isLooking = true;
    try {
      while (this.#waiting.size > 0 && !this.#isClosed) {
        if (!this.#mayHaveMore) await new Promise<void>((resolve) => (this.#ring = resolve));
        this.#ring = null;
        if (this.#mayHaveMore) await this.#lookOnce();
      }
    } catch (error) {
      this.#mayHaveMore = true;
      for (const waiting of this.#taken()) waiting.fail(error);
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookOnce(): Promise<void> {
    const early = this.#foundAt + this.apartMs - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    // Forgotten before the look, so that a ring during it leads to another.
    this.#mayHaveMore = false;
    const startedAt = performance.now();
    const found = await this.look();
    if (found === "nothing") return;
    this.#foundAt = startedAt;
    this.#mayHaveMore ||= found === "more";
    for (const waiting of this.#taken()) waiting.wake();
  }

  #taken(): Waiting[] {
    const taken = [...this.#waiting];
    this.#waiting.clear();
    return taken;
  }
}
