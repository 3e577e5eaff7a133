import { countName } from "#lib/shared/text/count-name.ts";
import { formatDecimal } from "#lib/shared/text/decimal.ts";
import { decisionInWords, detailsOf } from "./decision-words.ts";

interface Decision {
  kind: string;
  body: string;
  actor: { name: string } | null;
  session?: { number: number } | null;
}

type Details = Readonly<Record<string, unknown>>;

/** What somebody did, as the rest of a sentence that begins with the name. */
const phrases: Readonly<Record<string, (details: Details) => string>> = {
  API_KEY_CREATED: (d) => `made the API key “${text(d["name"])}” (${text(d["prefix"])}…)`,
  API_KEY_REVOKED: (d) => `revoked the API key “${text(d["name"])}” (${text(d["prefix"])}…)`,
  APPROVER_LIMIT_SAVED: (d) =>
    d["valueAtMost"] === null
      ? `took the limit of ${person(d)} as an approver away`
      : `set the limit of ${person(d)} as an approver to ${number(d["valueAtMost"])}`,
  CLAIM_FORCE_RELEASED: () => "took a place from a counter",
  CLAIM_TAKEN_OVER: () => "took a place over",
  DEVICE_EXCLUDED: (d) =>
    `went on without a device that held ${many(d["unsentCount"], "entry", "entries")}`,
  DEVICE_FORGOTTEN: (d) => `forgot the device “${text(d["deviceName"])}”`,
  DISPUTE_RESOLVED: () => "resolved a dispute",
  INVITATION_ACCEPTED: (d) => `accepted the invitation as ${text(d["name"])}`,
  INVITATION_MADE: (d) => `invited ${text(d["name"])} (${text(d["email"])})${roles(d)}`,
  INVITATION_REVOKED: (d) => `took the invitation of ${text(d["email"])} back`,
  LINES_APPROVED: (d) => `approved ${many(d["lines"], "line", "lines")}`,
  LINES_REJECTED: (d) => `rejected ${many(d["lines"], "line", "lines")}`,
  OBSERVATION_DISMISSED: () => "dismissed an entry",
  OBSERVATION_MATCHED: () => "matched an entry with a line",
  OPTION_SAVED: (d) => optionPhrase(d),
  POSTING_MADE: (d) => `posted ${many(d["lineCount"], "line", "lines")} to stock`,
  POSTING_REVERSED: (d) => `took a posting of ${many(d["lineCount"], "line", "lines")} back`,
  RECOUNT_ASKED: () => "asked for a line to be counted again",
  ROUND_CHOSEN: (d) => `chose round ${number(d["round"])} of a line`,
  SESSION_CANCELLED: () => "called the count off",
  SESSION_CLOSED: () => "closed counting",
  SESSION_REOPENED: () => "reopened the count",
  SESSION_RESET: () => "reset the count",
  SESSION_STARTED: (d) => `started counting ${many(d["lines"], "line", "lines")}`,
  SESSION_SUBMITTED: () => "handed the count in",
  SESSION_UPDATED: () => "changed the plan",
  TOLERANCE_SET_SAVED: (d) =>
    `saved version ${number(d["version"])} of the tolerances, ${many(d["rules"], "rule", "rules")}`,
  USER_UPDATED: (d) => userPhrase(d),
  VARIANCE_REASON_SAVED: (d) => reasonPhrase(d),
  VARIANCE_REASONS_ORDERED: () => "put the reasons of variances in order",
  WORK_SHARED_OUT: () => "shared the work out",
};

/** "Ines Kaya posted 12 lines to stock in CC-0004." Kinds that are not known are named all the same. */
export function sentenceOf({ kind, body, actor, session }: Decision): string {
  const details = detailsOf(body);
  const where = session ? ` in ${countName(session.number)}` : "";
  if (kind === "APPROVAL_LOST")
    return `An approval of ${many(listed(details["lines"]), "line", "lines")} was lost${where}.`;
  const phrase = phrases[kind];
  const what = phrase ? phrase(details) : `decided: ${decisionInWords(kind).toLowerCase()}`;
  const reason = details["reason"] ?? details["because"];
  const why = typeof reason === "string" && reason !== "" ? `, because: ${reason}` : "";
  return `${actor?.name ?? "Nobody known"} ${what}${where}${why}.`;
}

function optionPhrase({ code, value, before }: Details): string {
  const name = `option ${text(code)}`;
  if (value === null) return `took the value of ${name} away, which was ${said(before)}`;
  const was = before === undefined || before === null ? "" : `, which was ${said(before)}`;
  return `set ${name} to ${said(value)}${was}`;
}

function reasonPhrase({ name, isActive, before }: Details): string {
  if (!isReason(before)) return `added the reason “${text(name)}”`;
  if (before.name !== name) return `renamed the reason “${before.name}” to “${text(name)}”`;
  return isActive === true
    ? `put the reason “${text(name)}” into use again`
    : `retired the reason “${text(name)}”`;
}

function userPhrase(details: Details): string {
  const who = person(details);
  if (details["isDisabled"] === true) return `disabled ${who}`;
  return `changed ${who}${roles(details)}`;
}

const person = ({ userName }: Details) => (userName === undefined ? "somebody" : text(userName));

function roles({ roleCodes }: Details): string {
  return Array.isArray(roleCodes) && roleCodes.length > 0 ? ` as ${roleCodes.join(", ")}` : "";
}

function isReason(value: unknown): value is { name: string } {
  return typeof value === "object" && value !== null && "name" in value;
}

const text = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : "?";
const number = (value: unknown) => formatDecimal(text(value));
const listed = (value: unknown) => (Array.isArray(value) ? value.length : value);

function said(value: unknown): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "string" && !/^\d/.test(value)
    ? value.replaceAll("_", " ").toLowerCase()
    : number(value);
}

/** "1 line", "12 lines"; where the number is not known, "lines". */
function many(value: unknown, one: string, more: string): string {
  const count = listed(value);
  if (typeof count !== "number") return more;
  return `${formatDecimal(String(count))} ${count === 1 ? one : more}`;
}
