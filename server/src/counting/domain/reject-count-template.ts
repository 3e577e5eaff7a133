import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type { TemplateSettings } from "./count-template.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const countTemplateRejections = {
  TEMPLATE_UNKNOWN: "There is no such template in this warehouse.",
  NAME_MISSING: "A template needs a name.",
  TEXT_TOO_LONG: "A name has at most 200 characters, notes at most 5,000.",
  COUNT_TYPE_MISSING: "Say how counts made from it choose their lines.",
  DEADLINE_NOT_POSITIVE: "A count has at least an hour, and at most a year.",
  SCOPE_UNKNOWN: "A place, item, supplier or category of the scope does not exist here.",
  LOTS_NOT_POSITIVE: "At least one lot has to be counted.",
  THRESHOLD_NEGATIVE: "A value threshold is zero or more.",
  ASSIGNEE_UNKNOWN: "Somebody assigned does not exist, or does not see this warehouse.",
  NAME_TAKEN: "Another template of this warehouse has this name.",
} as const;
export type CountTemplateRejectionReason = keyof typeof countTemplateRejections;
export const rejectTemplate = rejectionsOf<CountTemplateRejectionReason>(countTemplateRejections);

/** A template before it is known to be whole. */
export interface ProposedTemplate {
  name: string;
  settings: Omit<TemplateSettings, "countType"> & {
    countType: TemplateSettings["countType"] | null;
  };
}

export interface CountTemplateFacts {
  isScopeKnown: boolean;
  areAssigneesKnown: boolean;
  isNameTaken: boolean;
}

const longestDeadlineHours = 24 * 366;

/** The scope may be open: whoever plans a count from it says the rest. */
export function rejectCountTemplate(
  { name, settings }: ProposedTemplate,
  facts: CountTemplateFacts,
): Rejection<CountTemplateRejectionReason> | null {
  const { notes, countType, deadlineAfterHours: hours, scope } = settings;
  const isNoTime = hours !== null && !(hours >= 1 && hours <= longestDeadlineHours);
  if (name === "") return rejectTemplate("NAME_MISSING");
  if (name.length > 200 || (notes?.length ?? 0) > 5_000) return rejectTemplate("TEXT_TOO_LONG");
  if (countType === null) return rejectTemplate("COUNT_TYPE_MISSING");
  if (isNoTime) return rejectTemplate("DEADLINE_NOT_POSITIVE");
  if (!facts.isScopeKnown) return rejectTemplate("SCOPE_UNKNOWN");
  if (scope.lotsToCount !== null && scope.lotsToCount < 1)
    return rejectTemplate("LOTS_NOT_POSITIVE");
  if (scope.valueThreshold?.startsWith("-")) return rejectTemplate("THRESHOLD_NEGATIVE");
  if (!facts.areAssigneesKnown) return rejectTemplate("ASSIGNEE_UNKNOWN");
  return facts.isNameTaken ? rejectTemplate("NAME_TAKEN", name) : null;
}
