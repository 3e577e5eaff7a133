import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { choosesLots, type CountScope } from "./count-scope.ts";
import type { CountType } from "./words.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const countSessionRejections = {
  TEMPLATE_UNKNOWN: "There is no such template in this warehouse.",
  TITLE_MISSING: "A count needs a title.",
  TEXT_TOO_LONG: "A title has at most 200 characters, notes at most 5,000.",
  COUNT_TYPE_MISSING: "Say how the count chooses its lines.",
  DEADLINE_IN_THE_PAST: "The deadline has already passed.",
  SCOPE_MISSING: "Say what to count: the places, items, supplier or category.",
  TEMPLATE_OUTDATED: "The template names what is no longer in use; say what to count instead.",
  SCOPE_UNKNOWN: "A place, item, supplier or category of the scope does not exist here.",
  LOTS_NOT_POSITIVE: "At least one lot has to be counted.",
  THRESHOLD_NEGATIVE: "A value threshold is zero or more.",
  ASSIGNEE_UNKNOWN: "Somebody assigned does not exist, or does not see this warehouse.",
} as const;
export type CountSessionRejectionReason = keyof typeof countSessionRejections;
const reject = rejectionsOf<CountSessionRejectionReason>(countSessionRejections);

export interface ProposedCountSession {
  title: string;
  notes: string | null;
  /** Null where neither the person nor a template says it. */
  countType: CountType | null;
  scope: CountScope;
  deadlineAt: Date | null;
}

export interface CountSessionFacts {
  now: Date;
  /** False where a template is named that is not there. */
  isTemplateKnown: boolean;
  /** Codes and names of what the template says and what is no longer in use. */
  outdated: readonly string[];
  /** True where every id of the scope exists in the warehouse's reach. */
  isScopeKnown: boolean;
  areAssigneesKnown: boolean;
}

export function rejectCountSession(
  session: ProposedCountSession,
  facts: CountSessionFacts,
): Rejection<CountSessionRejectionReason> | null {
  const { title, notes, scope, deadlineAt, countType } = session;
  if (!facts.isTemplateKnown) return reject("TEMPLATE_UNKNOWN");
  const isPast = deadlineAt !== null && deadlineAt.valueOf() <= facts.now.valueOf();
  if (title === "") return reject("TITLE_MISSING");
  if (title.length > 200 || (notes?.length ?? 0) > 5_000) return reject("TEXT_TOO_LONG");
  if (countType === null) return reject("COUNT_TYPE_MISSING");
  if (isPast) return reject("DEADLINE_IN_THE_PAST");
  if (!namesItsScope(countType, scope)) return reject("SCOPE_MISSING");
  if (facts.outdated.length > 0) return reject("TEMPLATE_OUTDATED", facts.outdated.join(", "));
  if (!facts.isScopeKnown) return reject("SCOPE_UNKNOWN");
  const lots = scope.lotsToCount;
  if (choosesLots(countType) && lots !== null && lots < 1) return reject("LOTS_NOT_POSITIVE");
  if (scope.valueThreshold?.startsWith("-")) return reject("THRESHOLD_NEGATIVE");
  if (!facts.areAssigneesKnown) return reject("ASSIGNEE_UNKNOWN");
  return null;
}

function namesItsScope(countType: CountType, scope: CountScope): boolean {
  switch (countType) {
    case "LOCATIONS":
      return scope.locationIds.length > 0;
    case "ITEMS":
      return scope.itemIds.length > 0;
    case "SUPPLIER":
      return scope.supplierId !== null;
    case "CATEGORY":
      return scope.categoryId !== null;
    case "FULL":
    case "FAST_MOVERS":
    case "SLOW_MOVERS":
    case "LOW_VALUE":
    case "HIGH_VALUE":
    case "RANDOM":
    case "ABC":
      return true;
    default:
      return countType satisfies never;
  }
}
