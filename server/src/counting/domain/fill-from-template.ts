import { unrestricted, type CountScope } from "./count-scope.ts";
import type { TemplateRow } from "./count-template.ts";
import type { CountType } from "./words.ts";

/** A count as it was asked for: what is undefined was left out, null and empty lists were meant. */
export interface AskedCountSession {
  title: string | undefined;
  countType: CountType | undefined;
  scope: { readonly [Part in keyof CountScope]?: CountScope[Part] | undefined };
  isBlind: boolean | null | undefined;
  deadlineAt: Date | null | undefined;
  notes: string | null | undefined;
  assigneeIds: readonly string[] | undefined;
}

export const nothingAsked: AskedCountSession = {
  title: undefined,
  countType: undefined,
  scope: {},
  isBlind: undefined,
  deadlineAt: undefined,
  notes: undefined,
  assigneeIds: undefined,
};

export interface FilledCountSession {
  title: string;
  countType: CountType | null;
  scope: CountScope;
  isBlind: boolean | null;
  deadlineAt: Date | null;
  notes: string | null;
  assigneeIds: readonly string[];
}

/** What a template named and nobody said otherwise: it may have gone out of use since. */
export type NamedByTemplate = Pick<CountScope, "locationIds" | "itemIds"> & {
  assigneeIds: readonly string[];
};

const hourMs = 3_600_000;

/** What was left out comes from the template, part by part. */
export function fillFromTemplate(
  asked: AskedCountSession,
  template: TemplateRow | null,
  now: Date,
): FilledCountSession {
  const settings = template?.settings;
  const { title, countType, isBlind, deadlineAt, notes, assigneeIds } = asked;
  const hours = settings?.deadlineAfterHours ?? null;
  const deadline = hours === null ? null : new Date(now.valueOf() + hours * hourMs);
  return {
    title: title ?? template?.name ?? "",
    countType: countType ?? settings?.countType ?? null,
    scope: { ...unrestricted, ...settings?.scope, ...given(asked.scope) },
    isBlind: isBlind ?? settings?.isBlind ?? null,
    deadlineAt: deadlineAt === undefined ? deadline : deadlineAt,
    notes: notes === undefined ? (settings?.notes ?? null) : notes,
    assigneeIds: assigneeIds ?? settings?.assigneeIds ?? [],
  };
}

export function namedByTemplate(
  { scope, assigneeIds }: AskedCountSession,
  template: TemplateRow,
): NamedByTemplate {
  const own = template.settings;
  return {
    locationIds: scope.locationIds === undefined ? own.scope.locationIds : [],
    itemIds: scope.itemIds === undefined ? own.scope.itemIds : [],
    assigneeIds: assigneeIds === undefined ? own.assigneeIds : [],
  };
}

function given(scope: AskedCountSession["scope"]): Partial<CountScope> {
  const parts = Object.entries(scope).filter(([, value]) => value !== undefined);
  return Object.fromEntries(parts) as Partial<CountScope>;
}
