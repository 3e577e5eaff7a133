const uniqueViolation = "23505";
const deadlock = "40P01";

/**
 * Somebody else may take a code between our look and our save; the database then refuses. Deciding
 * once more sees what was taken, and answers with the rejection that belongs to it.
 */
export async function decideAgainAfterRace<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== uniqueViolation && code !== deadlock) throw error;
    return work();
  }
}
