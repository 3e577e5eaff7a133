import { PulledFeed } from "../shared/pulled-feed.ts";
import type { Doorbell } from "./doorbell.ts";

/** A feed that looks once at the beginning, after each item, and whenever its topic rings. */
export abstract class RungFeed<Item extends object> extends PulledFeed<Item> {
  #hasRung = true;
  #wake: () => void = () => undefined;
  readonly #stopListening: () => void;

  constructor(doorbell: Doorbell, topic: string) {
    super();
    this.#stopListening = doorbell.listen(topic, () => {
      this.#hasRung = true;
      this.#wake();
    });
  }

  /** What is new; null where nothing is. */
  protected abstract look(): Promise<Item | null>;

  protected async nextItem(): Promise<Item | null> {
    while (!this.isOver) {
      if (!this.#hasRung)
        await this.waitFor(({ wake }) => {
          this.#wake = wake;
          return () => (this.#wake = () => undefined);
        });
      // Forgotten before the look, so that a ring during it leads to another.
      this.#hasRung = false;
      const item = this.isOver ? null : await this.look();
      if (!item) continue;
      this.#hasRung = true;
      return item;
    }
    return null;
  }

  protected leave(): void {
    this.#stopListening();
  }
}
