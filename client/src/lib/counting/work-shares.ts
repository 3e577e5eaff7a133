const hourMs = 3_600_000;

interface Work {
  lines: number;
  /** What all of it takes one person, by rule of thumb. */
  estimatedMinutes: number;
  startsAt: number;
  /** When it is due, where that is said. */
  dueAt: number | undefined;
}

interface Person {
  id: string;
  name: string;
  linesPerHour: number | undefined;
}

export interface WorkShare {
  id: string;
  name: string;
  lines: number;
  readyAt: number;
  /** How much of the time there is, from 0 to 1: until it is due, or until the last is ready. */
  share: number;
  isLate: boolean;
}

/** Equal parts of a count, as they are shared out, and when each person is through with hers. */
export function workShares(work: Work, people: readonly Person[]): WorkShare[] {
  const { lines, estimatedMinutes, startsAt, dueAt } = work;
  const byRule = Math.max(lines / Math.max(estimatedMinutes / 60, 1 / 60), 1);
  const shares = people.map(({ id, name, linesPerHour }, at) => {
    // What does not divide goes to the first: nothing is left over.
    const own = Math.floor(lines / people.length) + (at < lines % people.length ? 1 : 0);
    return { id, name, lines: own, takesMs: (own / (linesPerHour ?? byRule)) * hourMs };
  });
  const longest = Math.max(...shares.map(({ takesMs }) => takesMs), 1);
  const thereIs = dueAt === undefined ? longest : Math.max(dueAt - startsAt, 1);
  return shares.map(({ takesMs, ...share }) => ({
    ...share,
    readyAt: startsAt + takesMs,
    share: Math.min(takesMs / thereIs, 1),
    isLate: takesMs > thereIs,
  }));
}
