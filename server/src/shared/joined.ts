/** One of a kind for each key, as long as somebody uses it. */
export class Joined<Thing extends { close(): void }> {
  readonly #things = new Map<string, { thing: Thing; users: number }>();

  /** How many are in use. */
  get size(): number {
    return this.#things.size;
  }

  join(key: string, make: () => Thing): Thing {
    const known = this.#things.get(key) ?? { thing: make(), users: 0 };
    known.users += 1;
    this.#things.set(key, known);
    return known.thing;
  }

  leave(key: string): void {
    const known = this.#things.get(key);
    if (!known) return;
    known.users -= 1;
    if (known.users > 0) return;
    this.#things.delete(key);
    known.thing.close();
  }
}
