import { Decimal } from "../../shared/exact-decimal.ts";
import { factorOf } from "../../shared/factor-of.ts";
import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { lineKey, type LineName, type ObservationFacts } from "./asked-observation.ts";
import { lineOf } from "./decide-observations.ts";
import { knownEntry, type AskedMatch, type EntryContent, type LooseEntry } from "./loose-entry.ts";
import { observationKey } from "./observation.ts";
import { contentRejections } from "./observation-rejections.ts";
import { rejectContent } from "./reject-observation.ts";
import { countedOtherRound, isLook, roundSeen } from "./rounds-of-line.ts";
import { may } from "./session-status.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const matchRejections = {
  ENTRY_NOT_LOOSE: "This entry stands on a line already.",
  MATCHED_OTHERWISE: "Somebody has matched this entry with something else.",
  ENTRY_DISMISSED: "Somebody has let this entry go.",
  ENTRY_TAKEN_BACK: "Whoever made this entry has taken it back.",
  ENTRY_BEFORE_RESET: "This entry was made before the count began again, and counts no more.",
  SESSION_NOT_OPEN: "Entries are matched while the count is open or waits for its approval.",
  QUANTITY_WAS_TYPED: "The counter has typed how many: that stays as it is.",
  RECOUNT_BY_SAME_PERSON: "Its counter has counted this line in another round.",
  ...contentRejections,
} as const;
export type MatchRejectionReason = keyof typeof matchRejections;
const reject = rejectionsOf<MatchRejectionReason>(matchRejections);

export interface Match extends EntryContent {
  round: number;
  factor: Decimal | null;
  /** In the item's own unit. */
  quantity: Decimal | null;
  unitCode: string | null;
}

export type MatchDecision =
  | { kind: "MATCHED"; match: Match }
  | { kind: "ALREADY_MATCHED"; line: LineName }
  | { kind: "REJECTED"; rejection: Rejection<MatchRejectionReason> };

/** What an entry was, as a supervisor says. Saying the same again changes nothing. */
export function decideMatch(
  entry: LooseEntry,
  asked: AskedMatch,
  facts: ObservationFacts & { generation: number },
): MatchDecision {
  const known = knownEntry(entry, asked);
  const line = lineOf(known, facts);
  const { quantity, serials, unitCode } = known;
  if (entry.match) {
    const isSame =
      line !== null && isSameContent(entry.match, { line, quantityTyped: quantity, serials });
    if (isSame) return { kind: "ALREADY_MATCHED", line };
    return { kind: "REJECTED", rejection: reject("MATCHED_OTHERWISE") };
  }
  const round = line ? roundOf(entry, line, facts) : 1;
  const rejection =
    rejectEntry(entry, asked, facts) ??
    (round === null ? reject("RECOUNT_BY_SAME_PERSON") : null) ??
    rejectContent(known, line, facts) ??
    (line ? null : reject("TARGET_MISSING"));
  if (rejection || !line || round === null)
    return { kind: "REJECTED", rejection: rejection ?? reject("TARGET_MISSING") };

  const isCount = quantity !== null || serials.length > 0;
  const item = facts.items.get(line.itemId);
  const factor = item && isCount ? (factorOf(unitCode, item) ?? null) : null;
  const typed = quantity ?? new Decimal(serials.length);
  return {
    kind: "MATCHED",
    match: {
      line,
      round,
      quantityTyped: quantity,
      serials,
      unitCode,
      factor,
      quantity: isCount ? typed.times(factor ?? 1) : null,
    },
  };
}

function rejectEntry(
  entry: LooseEntry,
  asked: AskedMatch,
  { generation, session }: { generation: number; session: ObservationFacts["session"] },
): Rejection<MatchRejectionReason> | null {
  if (entry.outcome === "RECORDED") return reject("ENTRY_NOT_LOOSE");
  if (entry.dismissedBecause !== null) return reject("ENTRY_DISMISSED", entry.dismissedBecause);
  if (entry.isTakenBack) return reject("ENTRY_TAKEN_BACK");
  if (entry.generation !== generation) return reject("ENTRY_BEFORE_RESET");
  if (!may("MATCH", session)) return reject("SESSION_NOT_OPEN");
  const typed = entry.quantityTyped;
  const isChanged = typed !== null && asked.quantity !== null && !typed.eq(asked.quantity);
  return isChanged ? reject("QUANTITY_WAS_TYPED", typed.toFixed()) : null;
}

/** The round in which it was seen; null where its counter has counted the line in another. */
function roundOf(
  { mode, voids, countedAt, receivedAt, recordedBy, time }: LooseEntry,
  line: LineName,
  { lines, recorded, session }: ObservationFacts,
): number | null {
  if (mode === "VOID") return (voids && recorded.get(observationKey(voids))?.round) ?? 1;
  const known = [...lines.values()].find((each) => lineKey(each) === lineKey(line));
  const isTimeKnown = time.source === "WRITTEN" || time.clockOffsetMs !== null;
  const gap = isTimeKnown ? null : { after: session.startedAt ?? receivedAt, until: receivedAt };
  const round = roundSeen({ countedAt, gap }, recordedBy, known?.rounds);
  const isOther = isLook(mode) && countedOtherRound(round, recordedBy, known?.rounds) !== null;
  return isOther ? null : round;
}

function isSameContent(one: EntryContent, other: EntryContent): boolean {
  const textOf = ({ line, quantityTyped, serials }: EntryContent) =>
    [lineKey(line), quantityTyped?.toFixed() ?? "", ...[...serials].sort()].join("\n");
  return textOf(one) === textOf(other);
}
