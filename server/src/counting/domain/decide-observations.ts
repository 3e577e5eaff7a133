import { Decimal } from "../../shared/exact-decimal.ts";
import { factorOf } from "../../shared/factor-of.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  lineKey,
  type AskedObservation,
  type LineName,
  type ObservationFacts,
} from "./asked-observation.ts";
import { instantCounted, type InstantCounted } from "./counted-at.ts";
import { reject, type ObservationRejectionReason } from "./observation-rejections.ts";
import { observationKey } from "./observation.ts";
import { rejectObservation } from "./reject-observation.ts";
import {
  countedOtherRound,
  isLook,
  latestRound,
  roundSeen,
  type RoundCounter,
  type RoundsOfLine,
} from "./rounds-of-line.ts";
import { may } from "./session-status.ts";

/** An entry that will be kept. */
export interface KeptObservation extends InstantCounted {
  asked: AskedObservation;
  /** Null while nobody knows what was seen, or what it takes back has not arrived yet. */
  line: LineName | null;
  round: number;
  factor: Decimal | null;
  /** In the item's own unit. */
  quantity: Decimal | null;
  outcome: "RECORDED" | "UNMATCHED" | "QUARANTINED";
}

export type ObservationResult =
  | { kind: "KEPT"; kept: KeptObservation }
  | { kind: "ALREADY_RECORDED"; line: LineName | null }
  | { kind: "REJECTED"; rejection: Rejection<ObservationRejectionReason> };

/**
 * One answer for each entry: a wrong one is told apart and the rest is kept. What was seen is never
 * dropped: a scan that means nothing is kept to be matched, and an entry made before the count was
 * handed in, but received after, waits in quarantine for somebody to decide.
 */
export function decideObservations(
  batch: readonly AskedObservation[],
  facts: ObservationFacts,
): ObservationResult[] {
  const recorded = new Map(facts.recorded);
  const known = new Map([...facts.lines.values()].map((line) => [lineKey(line), stateOf(line)]));
  return batch.map((asked) => {
    const result = decideOne(asked, { ...facts, recorded }, known);
    if (result.kind === "KEPT") {
      const { line, round } = result.kept;
      recorded.set(observationKey(asked), { fingerprint: asked.fingerprint, line, round });
      if (line && isLook(asked.mode))
        known.get(lineKey(line))?.rounds?.counters.push({ actorId: asked.actorId, round });
    }
    return result;
  });
}

/** What is known of a line, with what the entries before in the same batch add to it. */
interface LineStateSoFar {
  isPosted: boolean;
  rounds: (RoundsOfLine & { counters: RoundCounter[] }) | null;
}

function stateOf({
  isPosted = false,
  rounds = null,
}: {
  isPosted?: boolean;
  rounds?: RoundsOfLine | null;
}): LineStateSoFar {
  return { isPosted, rounds: rounds && { ...rounds, counters: [...rounds.counters] } };
}

function decideOne(
  asked: AskedObservation,
  facts: ObservationFacts,
  known: ReadonlyMap<string, LineStateSoFar>,
): ObservationResult {
  const before = facts.recorded.get(observationKey(asked));
  if (before?.fingerprint === asked.fingerprint)
    return { kind: "ALREADY_RECORDED", line: before.line };
  const line = lineOf(asked, facts);
  const rejection = rejectObservation(asked, line, facts);
  if (rejection) return { kind: "REJECTED", rejection };

  const instant = instantCounted(
    asked.time,
    facts.receivedAt,
    facts.session.startedAt ?? facts.receivedAt,
  );
  const { isPosted, rounds } = (line && known.get(lineKey(line))) ?? stateOf({});
  const round = roundOf(asked, instant, facts, rounds);
  const other = isLook(asked.mode) ? countedOtherRound(round, asked.actorId, rounds) : null;
  if (other !== null)
    return { kind: "REJECTED", rejection: reject("RECOUNT_BY_SAME_PERSON", String(other)) };
  const isClosed = !may("COUNT", facts.session) && !isRecount(round, facts, rounds);
  const isLate = isClosed || isPosted;
  const { submittedAt } = facts.session;
  if (isClosed && submittedAt && instant.countedAt.valueOf() > submittedAt.valueOf())
    return { kind: "REJECTED", rejection: reject("SESSION_CLOSED") };

  const item = line && facts.items.get(line.itemId);
  const isCount = asked.quantity !== null || asked.serials.length > 0;
  const typed = asked.quantity ?? new Decimal(asked.serials.length);
  const factor = item && isCount ? (factorOf(asked.unitCode, item) ?? null) : null;
  const isMatched = line !== null || asked.mode === "VOID";
  return {
    kind: "KEPT",
    kept: {
      asked,
      line,
      round,
      ...instant,
      factor,
      quantity: isCount ? typed.times(factor ?? 1) : null,
      outcome: isLate ? "QUARANTINED" : isMatched ? "RECORDED" : "UNMATCHED",
    },
  };
}

/** What takes an entry back belongs to the round of that entry. */
function roundOf(
  { mode, voids, actorId }: AskedObservation,
  instant: InstantCounted,
  { recorded }: ObservationFacts,
  rounds: RoundsOfLine | null,
): number {
  if (mode === "VOID") return (voids && recorded.get(observationKey(voids))?.round) ?? 1;
  return roundSeen(instant, actorId, rounds);
}

/** The latest round of a line goes on when the count has been handed in. */
function isRecount(
  round: number,
  { session }: ObservationFacts,
  rounds: RoundsOfLine | null,
): boolean {
  if (!rounds || rounds.isChosen || !may("RECOUNT", session)) return false;
  return round > 1 && round === latestRound(rounds);
}

/** A void belongs to the line of what it takes back. */
export function lineOf(asked: AskedObservation, facts: ObservationFacts): LineName | null {
  const { lineId, itemId, locationId, lotCode, stockStatus, voids } = asked;
  if (asked.mode === "VOID")
    return voids ? (facts.recorded.get(observationKey(voids))?.line ?? null) : null;
  if (lineId != null) return facts.lines.get(lineId) ?? null;
  if (itemId == null || locationId == null) return null;
  return { itemId, locationId, lotCode, stockStatus };
}

/** The lines that the kept entries change, each once. */
export function linesChangedBy(results: readonly ObservationResult[]): Map<string, LineName> {
  const lines = new Map<string, LineName>();
  for (const result of results) {
    if (result.kind !== "KEPT" || result.kept.outcome !== "RECORDED") continue;
    const { line } = result.kept;
    if (line) lines.set(lineKey(line), line);
  }
  return lines;
}
