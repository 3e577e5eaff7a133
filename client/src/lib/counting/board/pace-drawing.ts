import type { PaceStep } from "./hall.ts";

export const chart = { width: 380, height: 200, left: 40, right: 40, top: 22, bottom: 22 };

export interface PaceFacts {
  steps: readonly PaceStep[];
  startedAt: number;
  now: number;
  counted: number;
  lines: number;
  deadlineAt: number | undefined;
  endsAt: number | undefined;
}

type Anchor = "start" | "middle" | "end";

export interface PaceDrawing {
  counted: string;
  forecast: string | undefined;
  plan: string | undefined;
  nowX: number;
  nowY: number;
  /** Beside the point, on the side that has room. */
  nowAnchor: Anchor;
  endX: number | undefined;
  dueX: number | undefined;
  /** How the two labels at the top keep apart. */
  endAnchor: Anchor;
  dueAnchor: Anchor;
  levels: { y: number; lines: number }[];
  hours: { x: number; at: number }[];
}

const hourMs = 3_600_000;
/** A forecast for next week would leave no room for today. */
const forecastShareAtMost = 3;
const hoursShown = 5;

export function drawPace(facts: PaceFacts): PaceDrawing {
  const { steps, startedAt, now, counted, lines, deadlineAt, endsAt } = facts;
  const soFar = Math.max(now, deadlineAt ?? now);
  const far = startedAt + (soFar - startedAt) * forecastShareAtMost;
  const last = Math.max(soFar, Math.min(endsAt ?? now, far), startedAt + hourMs / 2);
  const width = chart.width - chart.left - chart.right;
  const height = chart.height - chart.top - chart.bottom;
  const x = (at: number) => round(chart.left + (width * (at - startedAt)) / (last - startedAt));
  const y = (value: number) => round(chart.top + height * (1 - value / Math.max(1, lines)));
  const point = (at: number, value: number) => `${x(at)},${y(value)}`;
  const known = steps.filter(({ at }) => Date.parse(at) < now);
  const end = endsAt === undefined ? undefined : Math.min(endsAt, last);
  const endLines =
    endsAt === undefined || end === undefined || endsAt === now
      ? lines
      : counted + ((lines - counted) * (end - now)) / (endsAt - now);
  const endX = end === undefined || endsAt !== end ? undefined : x(end);
  const dueX = deadlineAt === undefined ? undefined : x(deadlineAt);
  return {
    counted: [
      point(startedAt, 0),
      ...known.map(({ at, lines: value }) => point(Date.parse(at), value)),
      point(now, counted),
    ].join(" "),
    forecast: end === undefined ? undefined : `${point(now, counted)} ${point(end, endLines)}`,
    plan:
      deadlineAt === undefined ? undefined : `${point(startedAt, 0)} ${point(deadlineAt, lines)}`,
    nowX: x(now),
    nowY: y(counted),
    nowAnchor: x(now) + labelWidth > chart.width ? "end" : "start",
    endX,
    dueX,
    ...anchors(endX, dueX),
    levels: [0, 1 / 3, 2 / 3, 1].map((share) => {
      const value = Math.round(lines * share);
      return { y: y(value), lines: value };
    }),
    hours: hourMarks(startedAt, last).map((at) => ({ x: x(at), at })),
  };
}

const labelWidth = 60;

function anchors(endX: number | undefined, dueX: number | undefined) {
  const apart = { endAnchor: "end", dueAnchor: "middle" } as const;
  if (endX === undefined || dueX === undefined || Math.abs(endX - dueX) > labelWidth) return apart;
  return endX <= dueX
    ? ({ endAnchor: "end", dueAnchor: "start" } as const)
    : ({ endAnchor: "start", dueAnchor: "end" } as const);
}

function hourMarks(from: number, to: number): number[] {
  const spans = [hourMs / 4, hourMs / 2, hourMs, 2 * hourMs, 4 * hourMs, 12 * hourMs, 24 * hourMs];
  const span = spans.find((each) => (to - from) / each <= hoursShown) ?? (to - from) / hoursShown;
  const marks: number[] = [];
  for (let at = Math.ceil(from / span) * span; at <= to; at += span) marks.push(at);
  return marks;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
