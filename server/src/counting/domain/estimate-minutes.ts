/** What a walk through a warehouse takes, by rule of thumb: reaching a place, a line, a piece. */
const secondsPer = { location: 20, line: 12, piece: 4 };

export function estimateMinutes(work: {
  locations: number;
  lines: number;
  pieces: number;
}): number {
  const seconds =
    work.locations * secondsPer.location +
    work.lines * secondsPer.line +
    work.pieces * secondsPer.piece;
  return Math.ceil(seconds / 60);
}
