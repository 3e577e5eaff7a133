import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { CountsToJoin } from "@tallyroom/schema/operations/counts-to-join.ts";

type ToldCount = ResultOf<typeof CountsToJoin>["countSessions"]["nodes"][number];

export interface JoinableCount extends ToldCount {
  warehouse: { id: string; code: string; name: string };
}

export type JoinVerdict =
  | { kind: "OPEN"; count: JoinableCount }
  /** Counts of several warehouses have this number. */
  | { kind: "CHOICE"; counts: readonly JoinableCount[] }
  | { kind: "NOT_OPEN"; count: JoinableCount }
  | { kind: "NONE" };

/** Which count a code means, of those that this person may see. */
export function judgeJoin(number: number, counts: readonly JoinableCount[]): JoinVerdict {
  const meant = counts.filter((count) => count.number === number);
  const open = meant.filter(({ status, isSubmitted }) => status === "OPEN" && !isSubmitted);
  const [first, ...others] = open;
  if (first && others.length > 0) return { kind: "CHOICE", counts: open };
  if (first) return { kind: "OPEN", count: first };
  const [closed] = meant;
  return closed ? { kind: "NOT_OPEN", count: closed } : { kind: "NONE" };
}
