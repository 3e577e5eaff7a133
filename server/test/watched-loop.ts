import { setTimeout as after } from "node:timers/promises";

const rounds = 4;
const settledMs = 10;

/**
 * The longest that the loop was held while something was done: milliseconds of this thread's own work
 * between two beats. On a machine that is shared the clock tells what others took, too; this does not.
 */
export async function heldWhile(work: () => Promise<unknown>): Promise<number> {
  const held: number[] = [];
  for (let round = 0; round < rounds; round += 1) held.push(await heldOnce(work));
  return Math.min(...held);
}

async function heldOnce(work: () => Promise<unknown>): Promise<number> {
  await after(settledMs);
  let longest = 0;
  let before = worked();
  const beat = setInterval(() => {
    const now = worked();
    longest = Math.max(longest, now - before);
    before = now;
  }, 1);
  await work();
  // What was held last is seen by the beat behind it.
  await after(settledMs);
  clearInterval(beat);
  return longest;
}

function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
