/** A scanner types four characters or more with gaps that a hand cannot keep up. */
const meanGapMs = 45;
const longestGapMs = 120;
const fewestCharacters = 4;

export type KeyVerdict =
  /** It may be a person: let it through. */
  | "PASS"
  /** It is a scanner since now: what it has typed so far has to be taken out of the field again. */
  | "TAKE_OVER"
  /** It is a scanner: keep it from the page. */
  | "SWALLOW"
  /** The scan is over: keep this key from the page, too. */
  | "END";

/** Tells a scanner's keys from a person's by their rhythm. Times are those of the events themselves. */
export class WedgeBurst {
  #text = "";
  #firstAt = 0;
  #lastAt = 0;
  #isTaken = false;

  get text() {
    return this.#text;
  }

  get isTaken() {
    return this.#isTaken;
  }

  /** Whether the next character would begin a new burst: the moment to note what the field holds. */
  isFresh(at: number): boolean {
    return this.#text === "" || at - this.#lastAt > longestGapMs;
  }

  character(character: string, at: number): KeyVerdict {
    if (this.isFresh(at)) {
      this.reset();
      this.#firstAt = at;
    }
    this.#text += character;
    this.#lastAt = at;
    if (this.#isTaken) return "SWALLOW";
    if (this.#text.length < fewestCharacters || !this.#isFast()) return "PASS";
    this.#isTaken = true;
    return "TAKE_OVER";
  }

  /** Enter or Tab. Short codes are told by an Enter that no hand strikes so soon. */
  end(at: number): KeyVerdict {
    const gap = at - this.#lastAt;
    const isShortScan = this.#text.length > 1 && this.#isFast() && gap <= meanGapMs;
    const isEnd = this.#isTaken ? gap <= longestGapMs : isShortScan;
    return isEnd ? "END" : "PASS";
  }

  /** Nothing came any more for so long that the scan is over without an Enter. */
  get silenceMs() {
    return longestGapMs;
  }

  reset() {
    this.#text = "";
    this.#isTaken = false;
  }

  #isFast(): boolean {
    return (this.#lastAt - this.#firstAt) / (this.#text.length - 1) <= meanGapMs;
  }
}
