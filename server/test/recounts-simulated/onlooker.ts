import { recountsAtMost, type LineHappening } from "./planned-line.ts";
import type { ToldLine } from "./recount-server.ts";

interface SeenCount {
  person: string;
  id: string;
  round: number;
  at: number;
  quantity: number;
}

interface SeenRound {
  quantity: number;
  books: number;
  isDoubtful: boolean;
}

/** Reckons the same line as a person would who saw everything happen, in whole numbers and by hand. */
export class Onlooker {
  readonly #counts: SeenCount[] = [];
  readonly #takenBack = new Set<string>();
  readonly #asked: number[] = [];
  readonly #moves: { at: number; quantity: number }[] = [];
  #chosen = 0;

  see(what: LineHappening): boolean {
    if (what.kind === "MOVE") this.#moves.push(what);
    if (what.kind === "TAKE_BACK") this.#takenBack.add(what.takes);
    if (what.kind === "COUNT") return this.#seeCount(what);
    if (what.kind === "ASK") return this.#seeAsk(what.assignee, what.heardAt);
    if (what.kind === "CHOOSE") return this.#seeChoice(what.round, what.person);
    return true;
  }

  told(): ToldLine {
    const rounds = this.#rounds();
    return {
      ...this.#settled(rounds),
      rounds: rounds.map((round) => round && `${round.quantity} of ${round.books}`),
    };
  }

  #seeCount(count: Extract<LineHappening, { kind: "COUNT" }>): boolean {
    let round = 1;
    for (const asked of this.#asked) if (count.at >= asked) round += 1;
    const mine = this.#counts.filter(({ person }) => person === count.person);
    if (mine.some((each) => each.round !== round)) return false;
    this.#counts.push({ ...count, round });
    return true;
  }

  #seeAsk(assignee: string | null, at: number): boolean {
    const rounds = this.#rounds();
    if (rounds.every((round) => round === null)) return false;
    const { status, stands } = this.#settled(rounds);
    if (rounds[stands - 1] === null || status === "ASKED") return false;
    if (this.#asked.length === recountsAtMost) return false;
    if (this.#counts.some(({ person }) => person === assignee)) return false;
    this.#asked.push(at);
    this.#chosen = 0;
    return true;
  }

  #seeChoice(round: number, judge: string): boolean {
    if (this.#asked.length === 0 || !this.#rounds()[round - 1]) return false;
    const isOwn = this.#counts.some((each) => each.round === round && each.person === judge);
    if (!isOwn) this.#chosen = round;
    return !isOwn;
  }

  #rounds(): (SeenRound | null)[] {
    return [1, ...this.#asked].map((_, index) => {
      const counts = this.#counts
        .filter(({ round, id }) => round === index + 1 && !this.#takenBack.has(id))
        .sort((a, b) => a.at - b.at);
      const first = counts[0];
      const last = counts.at(-1);
      if (!first || !last) return null;
      let books = 0;
      for (const move of this.#moves) if (move.at <= last.at) books += move.quantity;
      const isDoubtful = this.#moves.some((move) => move.at > first.at && move.at <= last.at);
      return { books, isDoubtful, quantity: counts.reduce((sum, each) => sum + each.quantity, 0) };
    });
  }

  #settled(rounds: readonly (SeenRound | null)[]): Pick<ToldLine, "status" | "stands"> {
    if (this.#chosen > 0) return { status: "CHOSEN", stands: this.#chosen };
    const firm = rounds.map((round) =>
      round && !round.isDoubtful ? round.quantity - round.books : null,
    );
    let agreed = 0;
    for (let later = 1; later < firm.length; later += 1)
      if (firm[later] !== null && firm.indexOf(firm[later] ?? null) < later) agreed = later + 1;
    const counted = rounds.findIndex((round) => round !== null);
    const stands = agreed || Math.max(counted, 0) + 1;
    if (rounds.length === 1) return { status: null, stands };
    if (rounds.at(-1) === null) return { status: "ASKED", stands };
    if (agreed > 0) return { status: "AGREED", stands };
    return { status: rounds.length > recountsAtMost ? "EXHAUSTED" : "DISAGREED", stands };
  }
}
