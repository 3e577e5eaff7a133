interface MatchingLine {
  id: number;
  /** It was counted again as a control already. */
  wasDrawn: boolean;
}

/**
 * A share of the lines that match, in the order of their lots, and one at least where any is left:
 * if only what differs were counted again, being asked would tell that it does.
 */
export function controlsToDraw(inDrawnOrder: readonly MatchingLine[], percent: number): number[] {
  const wanted = Math.ceil((inDrawnOrder.length * percent) / 100);
  const left = inDrawnOrder.filter(({ wasDrawn }) => !wasDrawn);
  const missing = wanted - (inDrawnOrder.length - left.length);
  return left.slice(0, Math.max(0, missing)).map(({ id }) => id);
}
