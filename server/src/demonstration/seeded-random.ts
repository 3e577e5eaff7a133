/** sfc32: small, fast and the same on every machine. One stream per concern, named by its seed. */
export class SeededRandom {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    this.#a = hashOf(seed, 0x9e3779b9);
    this.#b = hashOf(seed, 0x243f6a88);
    this.#c = hashOf(seed, 0xb7e15162);
    for (let round = 0; round < 12; round += 1) this.#next();
  }

  /** From 0 up to, but never, 1. */
  fraction(): number {
    return this.#next() / 0x1_0000_0000;
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.fraction();
  }

  /** A whole number, both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.integer(0, things.length - 1)];
    if (thing === undefined) throw new Error("There is nothing to pick from.");
    return thing;
  }

  /** Different things, in the order drawn; fewer where there are not enough. */
  pickSome<Thing>(things: readonly Thing[], count: number): Thing[] {
    const left = [...things];
    const picked: Thing[] = [];
    while (picked.length < count && left.length > 0) {
      picked.push(...left.splice(this.integer(0, left.length - 1), 1));
    }
    return picked;
  }

  /** Roughly normal with mean 0 and deviation 1: twelve dice are near enough. */
  bell(): number {
    let sum = -6;
    for (let die = 0; die < 12; die += 1) sum += this.fraction();
    return sum;
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }
}

/** FNV-1a over the characters, from a start of its own. */
function hashOf(text: string, start: number): number {
  let hash = start | 0;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash;
}
