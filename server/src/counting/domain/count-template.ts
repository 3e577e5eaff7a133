import type { CountScope } from "./count-scope.ts";
import type { CountType } from "./words.ts";

/** What counts that are planned again and again have in common. */
export interface TemplateSettings {
  countType: CountType;
  scope: CountScope;
  /** Null takes the option of the warehouse. */
  isBlind: boolean | null;
  assigneeIds: readonly string[];
  notes: string | null;
  /** How long a count made from it has; null for no deadline. */
  deadlineAfterHours: number | null;
}

export interface TemplateRow {
  warehouseId: number;
  id: number;
  name: string;
  settings: TemplateSettings;
  createdById: string;
  createdAt: Date;
}
