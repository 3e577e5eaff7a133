import type { AskedObservation } from "../../src/counting/domain/asked-observation.ts";
import type { ObservationResult } from "../../src/counting/domain/decide-observations.ts";
import type { FoldedLine } from "../../src/counting/domain/fold-line.ts";
import type { LineObservation } from "../../src/counting/domain/observation.ts";
import { Decimal } from "../../src/shared/exact-decimal.ts";
import { soundCore, type Core } from "./core.ts";

const { decide, standing, fold, expected } = soundCore;

/** Folds other entries than those that came, or the same ones changed. */
const folding = (change: (entries: LineObservation[]) => LineObservation[]): Partial<Core> => ({
  fold: (entries, byPiece) => fold(change([...entries]), byPiece),
});
/** Decides on other entries than those that came. */
const deciding = (change: (one: AskedObservation) => AskedObservation): Partial<Core> => ({
  decide: (batch, facts) => decide(batch.map(change), facts),
});
const counted = (folded: FoldedLine, change: (quantity: Decimal) => Decimal): FoldedLine => ({
  ...folded,
  quantityCounted: folded.quantityCounted && change(folded.quantityCounted),
});
const clockOf = (one: AskedObservation, clockOffsetMs: number) => ({
  ...one,
  time: { ...one.time, clockOffsetMs },
});
const lost: ObservationResult = { kind: "ALREADY_RECORDED", line: null };

/** Mistakes that somebody could make, each in one place of a core that is sound otherwise. */
export const plantedBugs: Record<string, Partial<Core>> = {
  "the last write wins": folding((entries) => entries.slice(-1)),
  "second counts are summed": folding((entries) =>
    entries.map((one) => (one.mode === "VERIFY" ? { ...one, mode: "ADD" } : one)),
  ),
  "what was taken back still counts": folding((entries) =>
    entries.filter(({ mode }) => mode !== "VOID"),
  ),
  "the order of arrival decides": folding((entries) =>
    entries.map((one, at) => ({ ...one, countedAt: new Date(at) })),
  ),
  "a retry counts again": {
    decide: (batch, facts) => decide(batch, { ...facts, recorded: new Map() }),
  },
  "a correction replaces what everybody counted": folding((entries) => {
    const sorted = entries.sort((a, b) => a.countedAt.valueOf() - b.countedAt.valueOf());
    const at = sorted.findLastIndex(({ mode }) => mode === "REPLACE");
    return at < 0 ? sorted : sorted.filter((one, index) => index >= at || one.mode !== "ADD");
  }),
  "a correction is one more part": folding((entries) =>
    entries.map((one) => (one.mode === "REPLACE" ? { ...one, mode: "ADD" } : one)),
  ),
  "what comes before the entry it takes back is forgotten": {
    standing: (before, batch) =>
      standing(
        before.filter(({ line }) => line !== null),
        batch,
      ),
  },
  "the device's clock is believed": deciding((one) => clockOf(one, 0)),
  "the clock is corrected the wrong way": deciding((one) =>
    clockOf(one, -(one.time.clockOffsetMs ?? 0)),
  ),
  "an entry is dated when it arrives": {
    decide: (batch, facts) =>
      decide(batch, facts).map((result) =>
        result.kind === "KEPT"
          ? { ...result, kept: { ...result.kept, countedAt: facts.receivedAt } }
          : result,
      ),
  },
  "ids are not kept apart by person": {
    decide: (batch, facts) => {
      const taken = new Set([...facts.recorded.keys()].map((key) => key.split("\n")[1]));
      return decide(batch, facts).map((result, at) =>
        taken.has(batch[at]?.externalId) ? lost : result,
      );
    },
  },
  "one known entry drops its batch": {
    decide: (batch, facts) => {
      const decided = decide(batch, facts);
      const isKnown = decided.some(({ kind }) => kind === "ALREADY_RECORDED");
      return isKnown ? decided.map(() => lost) : decided;
    },
  },
  "what comes after the handing in is dropped": {
    decide: (batch, facts) => {
      const decided = decide(batch, facts);
      return facts.session.isSubmitted ? decided.map(() => lost) : decided;
    },
  },
  "what comes after the handing in counts": {
    decide: (batch, facts) =>
      decide(batch, { ...facts, session: { ...facts.session, isSubmitted: false } }),
  },
  "0 is not counted": folding((entries) => entries.filter(({ quantity }) => !quantity?.isZero())),
  "a skip undoes a count": folding((entries) =>
    entries.some(({ mode }) => mode === "SKIP")
      ? entries.filter(({ mode }) => mode === "SKIP")
      : entries,
  ),
  "a piece that is seen twice is two": {
    fold: (entries, byPiece) => {
      const folded = fold(entries, byPiece);
      return counted(folded, (quantity) => quantity.plus(folded.serialsSeenTwice.length));
    },
  },
  "quantities are floats": {
    fold: (entries, byPiece) => {
      const folded = fold(entries, byPiece);
      const settling = new Set(folded.settledBy);
      const floats = entries.filter((one) => settling.has(`${one.actorId}\n${one.externalId}`));
      const sum = floats.reduce((total, { quantity }) => total + (quantity?.toNumber() ?? 0), 0);
      return byPiece ? folded : counted(folded, () => new Decimal(sum));
    },
  },
  "a second count that differs is not told": {
    fold: (entries, byPiece) => ({ ...fold(entries, byPiece), isDisputed: false }),
  },
  "the snapshot is what was expected": { expected: ({ quantity }) => quantity },
  "a move that is heard of late does not count": {
    expected: (snapshot, moves, at) =>
      expected(
        snapshot,
        moves.filter(({ sequence }) => sequence <= snapshot.ledgerPosition),
        at,
      ),
  },
};
