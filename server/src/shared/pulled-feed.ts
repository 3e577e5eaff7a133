interface Waiting {
  wake(): void;
  fail(error: unknown): void;
}

/**
 * A feed that its reader pulls. Hand-made, because a generator that waits cannot be ended: a socket
 * that goes ends the wait that is under way, too, and leaves nothing behind.
 */
export abstract class PulledFeed<Item extends object> implements AsyncIterableIterator<Item> {
  #isOver = false;
  #endWait: (() => void) | null = null;

  /** The next item; null ends the feed. */
  protected abstract nextItem(): Promise<Item | null>;
  /** Called once, however the feed ends. */
  protected abstract leave(): void;

  protected get isOver(): boolean {
    return this.#isOver;
  }

  async next(): Promise<IteratorResult<Item, undefined>> {
    try {
      const item = this.#isOver ? null : await this.nextItem();
      if (item && !this.#isOver) return { done: false, value: item };
      return await this.return();
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  return(): Promise<IteratorResult<Item, undefined>> {
    if (!this.#isOver) {
      this.#isOver = true;
      this.leave();
      this.#endWait?.();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Until it is woken, or the feed ends; `begin` answers with what takes the wait back. */
  protected async waitFor(begin: (waiting: Waiting) => () => void): Promise<void> {
    if (this.#isOver) return;
    let takeBack: () => void = () => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        this.#endWait = resolve;
        takeBack = begin({ wake: resolve, fail: reject });
      });
    } finally {
      this.#endWait = null;
      takeBack();
    }
  }

  protected waitMs(ms: number): Promise<void> {
    return this.waitFor(({ wake }) => {
      const timer = setTimeout(wake, ms);
      return () => clearTimeout(timer);
    });
  }
}
