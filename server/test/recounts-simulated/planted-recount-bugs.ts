import type { ObservationFacts } from "../../src/counting/domain/asked-observation.ts";
import type { RoundsOfLine } from "../../src/counting/domain/rounds-of-line.ts";
import type { RoundFinding } from "../../src/counting/domain/settle-rounds.ts";
import { Decimal } from "../../src/shared/exact-decimal.ts";
import { soundRecountCore, type RecountCore } from "./recount-core.ts";

const { decide, settle, ask, expected } = soundRecountCore;

const withRounds = (
  facts: ObservationFacts,
  change: (rounds: RoundsOfLine) => RoundsOfLine,
): ObservationFacts => ({
  ...facts,
  lines: new Map(
    [...facts.lines].map(([id, line]) => [
      id,
      { ...line, rounds: line.rounds ? change(line.rounds) : null },
    ]),
  ),
});
const settling = (change: (rounds: RoundFinding[]) => RoundFinding[]): Partial<RecountCore> => ({
  settle: (rounds, policy) => settle(change([...rounds]), policy),
});

/** Mistakes that somebody could make, each in one place of a core that is sound otherwise. */
export const plantedRecountBugs: Record<string, Partial<RecountCore>> = {
  "whoever counted it counts it again": {
    decide: (batch, facts) =>
      decide(
        batch,
        withRounds(facts, (rounds) => ({ ...rounds, counters: [] })),
      ),
  },
  "an entry is of the round in which it arrives": {
    decide: (batch, facts) =>
      decide(
        batch,
        withRounds(facts, (rounds) => ({
          ...rounds,
          askedAt: rounds.askedAt.map(() => new Date(0)),
        })),
      ),
  },
  "rounds are summed": { ofRound: (entries) => [...entries] },
  "rounds are compared by what they counted": settling((rounds) =>
    rounds.map((round) => ({
      ...round,
      found: round.found && { ...round.found, expected: new Decimal(0) },
    })),
  ),
  "the last round wins": {
    settle: (rounds, policy) => {
      const settled = settle(rounds, policy);
      const last = rounds.findLast(({ found }) => found !== null);
      return { ...settled, stands: last?.round ?? 1 };
    },
  },
  "a round in doubt bears another out": settling((rounds) =>
    rounds.map((round) => ({ ...round, isDoubtful: false })),
  ),
  "what was chosen is forgotten": settling((rounds) =>
    rounds.map((round) => ({ ...round, isChosen: false })),
  ),
  "0 is no count": settling((rounds) =>
    rounds.map((round) => (round.found?.quantity.isZero() ? { ...round, found: null } : round)),
  ),
  "the policy counts the first round as a recount": {
    ask: (lines, policy) => ask(lines, { ...policy, roundsAtMost: policy.roundsAtMost - 1 }),
  },
  "a line is asked for while it waits": {
    ask: (lines, policy) =>
      ask(
        lines.map((line) => ({ ...line, isAsked: false })),
        policy,
      ),
  },
  "whoever counted it is asked again": {
    ask: (lines, policy) =>
      ask(
        lines.map((line) => ({ ...line, counterIds: [] })),
        policy,
      ),
  },
  "a supervisor chooses his own round": {
    choose: (asked, facts) => soundRecountCore.choose({ ...asked, actorId: "" }, facts),
  },
  "a move that is heard of late reaches no round": {
    expected: (snapshot, moves, at) =>
      expected(
        snapshot,
        moves.filter(({ sequence }) => sequence === 1),
        at,
      ),
  },
};
