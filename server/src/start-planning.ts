import type { FastifyBaseLogger } from "fastify";
import type { Server } from "./context.ts";
import { PlanningClock } from "./planning/commands/planning-clock.ts";

/** This server looks whether a site's hour has come; of all that look, one makes the counts of a day. */
export function startPlanning(
  { db, doorbell, orm, now }: Server,
  log: FastifyBaseLogger,
): PlanningClock {
  const clock = new PlanningClock({
    ...{ db, doorbell, now, em: () => orm.em },
    report: (error) => log.error({ err: error }, "The counts of a day could not be made."),
  });
  clock.start();
  return clock;
}
