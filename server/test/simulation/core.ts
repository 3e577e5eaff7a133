import { decideObservations } from "../../src/counting/domain/decide-observations.ts";
import { expectedAt } from "../../src/counting/domain/expected-at.ts";
import { foldLine } from "../../src/counting/domain/fold-line.ts";
import { standingByLine } from "../../src/counting/domain/standing-by-line.ts";

/** The pure functions that a count is made of; a planted bug puts another in the place of one. */
export interface Core {
  decide: typeof decideObservations;
  standing: typeof standingByLine;
  fold: typeof foldLine;
  expected: typeof expectedAt;
}

export const soundCore: Core = {
  decide: decideObservations,
  standing: standingByLine,
  fold: foldLine,
  expected: expectedAt,
};
