const moversSinceDays = 90;
const dayMs = 86_400_000;

/** Fast and slow movers are told apart by the moves of a season. */
export function moversSince(now: Date): Date {
  return new Date(now.valueOf() - moversSinceDays * dayMs);
}
