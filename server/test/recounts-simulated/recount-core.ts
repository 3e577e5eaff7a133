import { decideObservations } from "../../src/counting/domain/decide-observations.ts";
import { expectedAt } from "../../src/counting/domain/expected-at.ts";
import { entriesOfRound } from "../../src/counting/domain/rounds-of-line.ts";
import { settleRounds } from "../../src/counting/domain/settle-rounds.ts";
import { rejectChoice } from "../../src/review/domain/choose-round.ts";
import { decideRecount } from "../../src/review/domain/decide-recount.ts";

/** The pure functions that a recount is made of; a planted bug puts another in the place of one. */
export interface RecountCore {
  decide: typeof decideObservations;
  ofRound: typeof entriesOfRound;
  settle: typeof settleRounds;
  ask: typeof decideRecount;
  choose: typeof rejectChoice;
  expected: typeof expectedAt;
}

export const soundRecountCore: RecountCore = {
  decide: decideObservations,
  ofRound: entriesOfRound,
  settle: settleRounds,
  ask: decideRecount,
  choose: rejectChoice,
  expected: expectedAt,
};
