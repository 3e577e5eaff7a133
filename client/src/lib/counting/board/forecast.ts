import type { PaceStep } from "./hall.ts";

const recentMs = 15 * 60_000;
const hourMs = 3_600_000;

export interface Forecast {
  linesPerHour: number;
  /** Undefined where nothing moves: it would be never. */
  endsAt: number | undefined;
}

/** How many lines stood counted at an instant, on a straight line between the steps. */
export function countedAt(steps: readonly PaceStep[], instant: number, startedAt: number): number {
  let before = { at: startedAt, lines: 0 };
  for (const step of steps) {
    const at = Date.parse(step.at);
    if (at >= instant) {
      const share = at === before.at ? 1 : (instant - before.at) / (at - before.at);
      return before.lines + Math.max(0, Math.min(1, share)) * (step.lines - before.lines);
    }
    before = { at, lines: step.lines };
  }
  return before.lines;
}

interface Standing {
  now: number;
  startedAt: number;
  counted: number;
  left: number;
}

/** When it will be done if it goes on as in the last quarter of an hour. */
export function forecast(
  steps: readonly PaceStep[],
  { now, startedAt, counted, left }: Standing,
): Forecast {
  const since = Math.max(startedAt, now - recentMs);
  const spanMs = now - since;
  const known = settledSteps(steps, now);
  const lines = counted - countedAt(known, since, startedAt);
  if (spanMs <= 0 || lines <= 0) return { linesPerHour: 0, endsAt: left === 0 ? now : undefined };
  const linesPerHour = (lines * hourMs) / spanMs;
  return { linesPerHour, endsAt: now + (left / linesPerHour) * hourMs };
}

/** The span that is under way ends later than now: it stands for now. */
export function settledSteps(steps: readonly PaceStep[], now: number): PaceStep[] {
  return steps.map((step) =>
    Date.parse(step.at) > now ? { ...step, at: new Date(now).toISOString() } : step,
  );
}

/** How many lines the plan has counted by now: evenly from the start to the deadline. */
export function plannedAt(
  now: number,
  { startedAt, deadlineAt, lines }: { startedAt: number; deadlineAt: number; lines: number },
): number {
  if (deadlineAt <= startedAt) return lines;
  return lines * Math.max(0, Math.min(1, (now - startedAt) / (deadlineAt - startedAt)));
}
