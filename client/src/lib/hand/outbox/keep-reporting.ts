import { asProblem, type Problem } from "#lib/shared/api/problem.ts";
import type { HandClock } from "./hand-clock.ts";
import type { HandServer } from "./hand-server.ts";
import type { Wake } from "./keep-draining.ts";

export interface Reporter {
  readonly clock: HandClock;
  readonly lastScanAt: string | null;
  /** The counts that this person takes part in with this device, with what is not sent of each. */
  unsentByCount(): Promise<{ sessionId: string; unsentCount: number }[]>;
  heard(): void;
  notHeard(problem: Problem): void;
}

const untilToldMs = 10_000;

/**
 * Says that the device is there and what it holds back, and measures its clock by the answer. Without
 * an answer it goes on asking: that is how it learns that the server is back.
 */
export async function keepReporting(
  reporter: Reporter,
  server: HandServer,
  { wake, signal }: { wake: Wake; signal: AbortSignal },
): Promise<void> {
  let nextMs = untilToldMs;
  /** What was told last: that nothing is held back any more has to be told, too. */
  const told = new Map<string, number>();
  while (!signal.aborted) {
    try {
      const held = new Map([...told.keys()].map((sessionId) => [sessionId, 0]));
      for (const each of await reporter.unsentByCount()) held.set(each.sessionId, each.unsentCount);
      for (const [sessionId, unsentCount] of held) {
        const { lastScanAt } = reporter;
        const answer = await server.report({ sessionId, unsentCount, lastScanAt });
        told.set(sessionId, unsentCount);
        reporter.clock.offsetMs = answer.clockOffsetMs;
        nextMs = answer.heartbeatMs;
        reporter.heard();
      }
      for (const [sessionId, unsentCount] of told) if (unsentCount === 0) told.delete(sessionId);
    } catch (thrown) {
      reporter.notHeard(asProblem(thrown));
    }
    await wake.wait(nextMs, signal);
  }
}
