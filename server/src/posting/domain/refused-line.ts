import type { PostingPlan } from "./plan-posting.ts";
import type { PostingRefusalReason } from "./posting-refusals.ts";

/** A line that may not be posted, with all that speaks against it and what must be known to mend it. */
export interface RefusedLine {
  lineId: number;
  reasons: readonly PostingRefusalReason[];
  quantityOnHand: string | null;
  serials: readonly string[];
  /** What has its place closed off, and what holds it. */
  closeOffId: number | null;
  holdId: number | null;
}

export type NamedLine = Omit<RefusedLine, "reasons" | "serials"> & { key: string };

const withoutFacts = { quantityOnHand: null, closeOffId: null, holdId: null };

/** So many are named; the numbers of all are told by reason. */
export const refusedLinesAtMost = 1_000;

/** Lines refused for their facts come first, in walking order; then those refused for their pieces only. */
export function refusedLinesOf(
  { classRefusals, pieceRefusals }: PostingPlan,
  named: readonly NamedLine[],
): RefusedLine[] {
  const reasonsByKey = new Map(classRefusals.map(({ key, reasons }) => [key, reasons]));
  const byLine = Map.groupBy(pieceRefusals, ({ lineId }) => lineId);
  const refused = named.map(({ key, ...line }) => ({
    ...line,
    reasons: [...(reasonsByKey.get(key) ?? []), ...reasonsOf(byLine.get(line.lineId))],
    serials: serialsOf(byLine.get(line.lineId)),
  }));
  const isNamed = new Set(named.map(({ lineId }) => lineId));
  const byPiecesOnly = [...byLine].flatMap(([lineId, pieces]) =>
    isNamed.has(lineId)
      ? []
      : [{ lineId, ...withoutFacts, reasons: reasonsOf(pieces), serials: serialsOf(pieces) }],
  );
  return [...refused, ...byPiecesOnly].slice(0, refusedLinesAtMost);
}

type Pieces = PostingPlan["pieceRefusals"];

function reasonsOf(pieces: Pieces = []): PostingRefusalReason[] {
  return [...new Set(pieces.map(({ reason }) => reason))];
}

function serialsOf(pieces: Pieces = []): string[] {
  return pieces.map(({ serial }) => serial);
}

export interface RefusalCount {
  reason: PostingRefusalReason;
  lines: number;
}

/** How many lines each reason speaks against. */
export function countRefusals({ classRefusals, pieceRefusals }: PostingPlan): RefusalCount[] {
  const counts = new Map<PostingRefusalReason, number>();
  const add = (reason: PostingRefusalReason, lines: number) =>
    counts.set(reason, (counts.get(reason) ?? 0) + lines);
  for (const { reasons, lines } of classRefusals) for (const reason of reasons) add(reason, lines);
  const once = new Set(pieceRefusals.map(({ reason, lineId }) => `${reason}:${lineId}`));
  for (const key of once) add(key.split(":")[0] as PostingRefusalReason, 1);
  return [...counts].map(([reason, lines]) => ({ reason, lines }));
}
