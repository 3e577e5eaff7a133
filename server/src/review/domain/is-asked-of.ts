/** The latest round of a line, and who looked for those before. */
export interface AskedRound {
  state: string;
  assigneeId: string | null;
  lookedIds: readonly string[];
}

/**
 * Whether a line waits for this person to count it again: asked by name, or nobody by name and he has
 * not counted it in another round.
 */
export function isAskedOf(
  userId: string,
  rounds: readonly AskedRound[],
  isSettled: boolean,
): boolean {
  const latest = rounds.at(-1);
  if (!latest || rounds.length < 2 || isSettled || latest.state === "COUNTED") return false;
  if (latest.assigneeId !== null) return latest.assigneeId === userId;
  return !rounds.slice(0, -1).some(({ lookedIds }) => lookedIds.includes(userId));
}
