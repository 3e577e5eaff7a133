import type { Options } from "./options.ts";

/** How the places of a count are kept as they are while it runs. */
export interface AskedCloseOff {
  mode: "DENY" | "WARN" | "FLAG";
  reason: string;
  expiresAt: Date;
}

const hourMs = 3_600_000;
const usualHours = 24;
const longestHours = 30 * 24;

/**
 * What was asked for, or what option 345 wants: until the deadline, and for a day where there is none.
 * Otherwise nothing: stock goes on moving, and the count reckons with it.
 */
export function closeOffAtStart(
  { number, deadlineAt }: { number: number; deadlineAt: Date | null },
  options: Pick<Options, "345">,
  asked: AskedCloseOff | null,
  now: Date,
): AskedCloseOff | null {
  if (asked) return { ...asked, reason: asked.reason.trim() };
  if (!options["345"]) return null;
  const latest = new Date(now.valueOf() + longestHours * hourMs);
  const usual = new Date(now.valueOf() + usualHours * hourMs);
  const wanted = deadlineAt !== null && deadlineAt > now ? deadlineAt : usual;
  const expiresAt = wanted > latest ? latest : wanted;
  return { mode: "DENY", reason: `Count ${number}`, expiresAt };
}
