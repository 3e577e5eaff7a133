import type { SeededRandom } from "../../src/demonstration/seeded-random.ts";

export const recountsAtMost = 2;

/** What happens to one line, each at its own instant and heard of at another; instants are unique. */
export type LineHappening =
  | { kind: "COUNT"; person: string; id: string; quantity: number; at: number; heardAt: number }
  | { kind: "TAKE_BACK"; person: string; id: string; takes: string; at: number; heardAt: number }
  | { kind: "MOVE"; quantity: number; at: number; heardAt: number }
  | { kind: "ASK"; assignee: string | null; heardAt: number }
  | { kind: "CHOOSE"; round: number; person: string; heardAt: number };

const people = ["maria", "jonas", "aiko", "petra"];
const second = 1_000;

/**
 * A shelf that holds what the books say but for a loss, people who count it well or badly, in one go
 * or in parts, and phones that tell of it late. In the order in which the server hears of it.
 */
export function planLine(random: SeededRandom): LineHappening[] {
  const loss = random.integer(0, 2);
  const made: LineHappening[] = [];
  const opening = random.pick([0, 2, 20]);
  const moves = [{ quantity: opening, at: 0 }];
  made.push({ kind: "MOVE", quantity: opening, at: 0, heardAt: 1 });
  let at = 10 * second;
  const heardOf = () => at + 1 + (random.chance(0.3) ? random.integer(1, 60 * second) : 0);
  for (let left = random.integer(4, 18); left > 0; left -= 1) {
    at += random.integer(2, 20 * second);
    const dice = random.integer(0, 9);
    if (dice < 5) made.push(...countOnce(random, at, heardOf(), shelf(moves, at) - loss));
    else if (dice === 5) {
      const quantity = random.integer(-3, 3);
      moves.push({ quantity, at });
      made.push({ kind: "MOVE", quantity, at, heardAt: heardOf() });
    } else if (dice === 6) made.push(...takeBack(random, made, at, heardOf()));
    else if (dice === 7 && random.chance(0.5))
      made.push({
        ...{ kind: "CHOOSE" as const, round: random.integer(1, 3), person: random.pick(people) },
        heardAt: at,
      });
    else
      made.push({
        ...{ kind: "ASK" as const, heardAt: at },
        assignee: random.chance(0.3) ? random.pick(people) : null,
      });
  }
  return made.sort((a, b) => a.heardAt - b.heardAt);
}

const shelf = (moves: readonly { quantity: number; at: number }[], at: number) =>
  moves.reduce((sum, move) => (move.at <= at ? sum + move.quantity : sum), 0);

/** Well, or one off; whole, or in two parts. */
function countOnce(
  random: SeededRandom,
  at: number,
  heardAt: number,
  truth: number,
): LineHappening[] {
  const person = random.pick(people);
  const found = Math.max(0, truth + (random.chance(0.4) ? random.integer(-1, 1) : 0));
  const entry = (quantity: number, later: number): LineHappening => {
    // Instants are unique, and so are the ids.
    return {
      kind: "COUNT",
      person,
      id: `${at + later}`,
      quantity,
      at: at + later,
      heardAt: heardAt + later,
    };
  };
  if (found < 2 || random.chance(0.7)) return [entry(found, 0)];
  return [entry(found - 1, 0), entry(1, 1)];
}

function takeBack(
  random: SeededRandom,
  made: readonly LineHappening[],
  at: number,
  heardAt: number,
): LineHappening[] {
  const counts = made.flatMap((each) => (each.kind === "COUNT" ? [each] : []));
  if (counts.length === 0) return [];
  const { id: takes, person } = random.pick(counts);
  return [{ kind: "TAKE_BACK", person, id: `v${at}`, takes, at, heardAt }];
}
