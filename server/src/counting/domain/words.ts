/** Words of counting that every ring speaks. */
export const sessionStatuses = [
  "DRAFT",
  "OPEN",
  "PENDING_APPROVAL",
  "PARTIAL",
  "POSTED",
  "CANCELLED",
] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const countTypes = [
  "FULL",
  "LOCATIONS",
  "ITEMS",
  "SUPPLIER",
  "CATEGORY",
  "FAST_MOVERS",
  "SLOW_MOVERS",
  "LOW_VALUE",
  "HIGH_VALUE",
  "RANDOM",
  "ABC",
] as const;
export type CountType = (typeof countTypes)[number];

/** What one entry says about a line. */
export const observationModes = [
  "ADD",
  "REPLACE",
  "VERIFY",
  "SKIP",
  "NOT_ACCESSIBLE",
  "VOID",
] as const;
export type ObservationMode = (typeof observationModes)[number];

/** The four nothings, told apart: a line that was counted holds a number, and 0 is one. */
export const lineStates = ["NOT_VISITED", "COUNTED", "SKIPPED", "NOT_ACCESSIBLE"] as const;
export type LineState = (typeof lineStates)[number];

/** How a line came into its session. */
export const lineOrigins = ["SNAPSHOT", "DRIFT", "FOUND"] as const;
export type LineOrigin = (typeof lineOrigins)[number];

/** What closing does with the lines that nobody visited. */
export const notVisitedPolicies = ["LEAVE", "COUNT_AS_ZERO", "FOLLOW_UP"] as const;
export type NotVisitedPolicy = (typeof notVisitedPolicies)[number];
