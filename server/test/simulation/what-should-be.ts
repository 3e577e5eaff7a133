import { lineKey, type LineName } from "../../src/counting/domain/asked-observation.ts";
import { observationKey } from "../../src/counting/domain/observation.ts";
import { Decimal } from "../../src/shared/exact-decimal.ts";
import { dateOf, drill, type MadeEntry, type PlannedMove } from "./planned-count.ts";

/** A line as a person would reckon it who saw everything happen, one entry after the other. */
export interface LineTold {
  state: string;
  quantity: string | null;
  serials: string[];
  counters: string[];
  window: string | null;
  isDisputed: boolean;
  expected: string | null;
}

export function whatShouldBe(
  line: LineName,
  made: readonly MadeEntry[],
  moves: readonly PlannedMove[],
): LineTold {
  const takenBack = new Set(
    made.flatMap(({ asked }) => (asked.voids ? [observationKey(asked.voids)] : [])),
  );
  const here = made
    .filter((entry) => lineKey(entry.line) === lineKey(line))
    .filter(({ asked }) => asked.mode !== "VOID" && !takenBack.has(observationKey(asked)))
    .sort((a, b) => a.at - b.at);
  const parts = new Map<string, MadeEntry[]>();
  const second = new Map<string, MadeEntry>();
  let left = "NOT_VISITED";
  for (const entry of here) {
    const { mode, actorId } = entry.asked;
    if (mode === "ADD") parts.set(actorId, [...(parts.get(actorId) ?? []), entry]);
    if (mode === "REPLACE") parts.set(actorId, [entry]);
    if (mode === "VERIFY") second.set(actorId, entry);
    if (mode === "SKIP") left = "SKIPPED";
    if (mode === "NOT_ACCESSIBLE") left = "NOT_ACCESSIBLE";
  }
  const byInstant = (entries: MadeEntry[]) => entries.sort((a, b) => a.at - b.at);
  const counted = byInstant([...parts.values()].flat());
  const verified = byInstant([...second.values()]);
  const looks = [counted, ...verified.map((entry) => [entry])].filter(({ length }) => length > 0);
  const foundBy = (look: MadeEntry[]) =>
    line.itemId === drill ? piecesOf(look).join() : sumOf(look).toFixed();
  const speakingFor = (look: MadeEntry[]) =>
    looks.filter((other) => foundBy(other) === foundBy(look)).length;
  const most = Math.max(...looks.map(speakingFor));
  const findings = new Set(looks.filter((look) => speakingFor(look) === most).map(foundBy));
  const basis = findings.size === 1 ? looks.find((look) => speakingFor(look) === most) : looks[0];
  const first = basis?.[0];
  const last = basis?.at(-1);
  if (!basis || !first || !last)
    return { ...{ state: left, quantity: null, serials: [], counters: [] }, ...notCounted };
  const serials = piecesOf(basis);
  const quantity = line.itemId === drill ? new Decimal(serials.length) : sumOf(basis);
  return {
    state: "COUNTED",
    quantity: quantity.toFixed(),
    serials,
    counters: [...new Set(basis.map(({ asked }) => asked.actorId))],
    window: `${dateOf(first.at).toISOString()} ${dateOf(last.at).toISOString()}`,
    isDisputed: findings.size > 1,
    expected: held(line, moves, dateOf(last.at)).toFixed(),
  };
}

const notCounted = { window: null, isDisputed: false, expected: null };

const piecesOf = (entries: MadeEntry[]) =>
  [...new Set(entries.flatMap(({ asked }) => asked.serials))].sort();

const sumOf = (entries: MadeEntry[]) =>
  entries.reduce((sum, { asked }) => sum.plus(asked.quantity ?? 0), new Decimal(0));

/** What lay there at an instant: every move that had happened, whenever anybody heard of it. */
export function held(line: LineName, moves: readonly PlannedMove[], instant: Date): Decimal {
  return moves
    .filter((move) => lineKey(move.line) === lineKey(line) && move.effectiveAt <= instant)
    .reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0));
}
