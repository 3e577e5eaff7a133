import { formatDecimal } from "#lib/shared/text/decimal.ts";

/** What was decided, for people; kinds that are not here are put into words letter by letter. */
export const decisions: Readonly<Record<string, string>> = {
  API_KEY_CREATED: "API key made",
  API_KEY_REVOKED: "API key revoked",
  APPROVER_LIMIT_SAVED: "Limit of an approver",
  DEVICE_FORGOTTEN: "Device forgotten",
  INVITATION_ACCEPTED: "Invitation accepted",
  INVITATION_MADE: "Invited",
  INVITATION_REVOKED: "Invitation taken back",
  OPTION_SAVED: "Option changed",
  TOLERANCE_SET_SAVED: "Tolerances changed",
  USER_UPDATED: "Person changed",
  VARIANCE_REASON_SAVED: "Reason changed",
  VARIANCE_REASONS_ORDERED: "Reasons put in order",
  APPROVAL_LOST: "Approval lost",
  CLAIM_FORCE_RELEASED: "Place taken from a counter",
  CLAIM_TAKEN_OVER: "Place taken over",
  DEVICE_EXCLUDED: "Went on without a device",
  DISPUTE_RESOLVED: "Dispute resolved",
  LINES_APPROVED: "Lines approved",
  LINES_REJECTED: "Lines rejected",
  OBSERVATION_DISMISSED: "Entry dismissed",
  OBSERVATION_MATCHED: "Entry matched",
  POSTING_MADE: "Posted to stock",
  POSTING_REVERSED: "Posting reversed",
  RECOUNT_ASKED: "Recount asked",
  ROUND_CHOSEN: "Round chosen",
  SESSION_CANCELLED: "Count cancelled",
  SESSION_CLOSED: "Counting closed",
  SESSION_REOPENED: "Reopened",
  SESSION_RESET: "Count reset",
  SESSION_STARTED: "Counting started",
  SESSION_SUBMITTED: "Handed in",
  SESSION_UPDATED: "Plan changed",
  WORK_SHARED_OUT: "Work shared out",
};

export function decisionInWords(kind: string): string {
  return decisions[kind] ?? spoken(kind);
}

/** The particulars in the text of a decision: what is short and for people to read. */
export function detailsInWords(body: string): string {
  return Object.entries(detailsOf(body))
    .flatMap(([name, value]) => {
      const words = valueInWords(name, value);
      return words === undefined ? [] : [`${spoken(name).toLowerCase()}: ${words}`];
    })
    .join(" · ");
}

/** The particulars of a decision as they were hashed. */
export function detailsOf(body: string): Readonly<Record<string, unknown>> {
  const details = parsed(body)?.["details"];
  return typeof details === "object" && details !== null
    ? (details as Record<string, unknown>)
    : {};
}

interface Check {
  isIntact: boolean;
  decisions: number;
  movesSealed: number;
  broken: readonly { kind: string; position: number }[];
}

/** Of the whole chain, which has all counts of its warehouse. */
export function checkInWords({ isIntact, decisions: made, movesSealed, broken }: Check): string {
  if (isIntact)
    return `Intact: all ${count(made)} decisions and ${count(movesSealed)} moves are as they were sealed.`;
  const first = broken
    .slice(0, 3)
    .map(({ kind, position }) => `${spoken(kind).toLowerCase()} ${position}`);
  return `Not as it was sealed: ${first.join(", ")}${broken.length > 3 ? ", and more" : ""}.`;
}

const longest = 80;
/** Mean nothing to a reader; the text of the decision has them for whoever checks it. */
const numbersOfOurs = /digest|hash|Ids?$|^event$|position/i;

function valueInWords(name: string, value: unknown): string | undefined {
  if (numbersOfOurs.test(name)) return undefined;
  if (Array.isArray(value)) return count(value.length);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return count(value);
  if (typeof value !== "string") return undefined;
  if (/^-?\d+(\.\d+)?$/.test(value)) return formatDecimal(value, { decimalsAtMost: 2 });
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}

function parsed(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** "notVisited" and "NOT_VISITED" as "Not visited". */
function spoken(name: string): string {
  const words = /[a-z]/.test(name) ? name.replace(/[A-Z]/g, " $&") : name.replaceAll("_", " ");
  const small = words.toLowerCase();
  return small.charAt(0).toUpperCase() + small.slice(1);
}

const count = (value: number) => formatDecimal(String(value));
