import type { Db } from "./db.ts";

/** In the order of the locks that they take: whoever holds the first never waits for another's last. */
const turns = ["NOTICES", "AUDIT"] as const;
export type Turn = (typeof turns)[number];

interface Waiting {
  turn: Turn;
  work: () => Promise<void>;
}

const waitingByTransaction = new WeakMap<Db, Waiting[]>();

/**
 * Puts work off to the end of the transaction that `db` is, because it takes a lock that everybody
 * wants: behind all other locks, it is held for a moment and nobody waits in a circle. Outside of a
 * command's transaction it is done at once.
 */
export async function beforeCommit(db: Db, turn: Turn, work: () => Promise<void>): Promise<void> {
  const waiting = waitingByTransaction.get(db);
  if (!waiting) return work();
  waiting.push({ turn, work });
}

export function openTransaction(db: Db): void {
  waitingByTransaction.set(db, []);
}

/** Does what was put off; what is put off meanwhile as well. */
export async function endTransaction(db: Db): Promise<void> {
  const waiting = waitingByTransaction.get(db) ?? [];
  waitingByTransaction.delete(db);
  const inTurn = waiting.toSorted((a, b) => turns.indexOf(a.turn) - turns.indexOf(b.turn));
  for (const { work } of inTurn) await work();
}
