import type { EntityManager } from "@mikro-orm/postgresql";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { siteTimeAt } from "../domain/day.ts";
import { readSite } from "../storage/planning-policy-row.ts";
import { generateCounts } from "./generate-counts.ts";

export interface PlanningClockParts {
  em: () => EntityManager;
  db: Db;
  doorbell: Doorbell;
  now: () => Date;
  report: (error: unknown) => void;
}

const everyMs = 60_000;

/**
 * Each server looks once a minute whether a site has come to the hour at which its counts are made. All of
 * them may: the run of a day is begun by one. A server that was away at that hour makes it up afterwards.
 */
export class PlanningClock {
  readonly #parts: PlanningClockParts;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  constructor(parts: PlanningClockParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), everyMs);
    this.#tick();
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
  }

  /** Every warehouse whose hour has come, once; how many runs this server has made. */
  async look(): Promise<number> {
    const { db, now } = this.#parts;
    const at = now();
    let runs = 0;
    for (const warehouseId of await planned(db)) {
      const { timeZone, policy } = await readSite(db, warehouseId);
      const { day, time } = siteTimeAt(at, timeZone);
      if (time < policy.runsAt || (await hasRun(db, warehouseId, day))) continue;
      const request = { warehouseId, actorId: null, now: at, places: null };
      const { wasRun } = await generateCounts(this.#parts.em(), this.#parts.doorbell, request);
      if (!wasRun) runs += 1;
    }
    return runs;
  }

  #tick(): void {
    this.#looking ??= this.look()
      .then(() => undefined, this.#parts.report)
      .finally(() => (this.#looking = null));
  }
}

async function planned(db: Db): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`select w.id from warehouse w
        where w.is_active and (exists (
            select from schedule s where s.warehouse_id = w.id and s.is_active)
          or exists (select from planning_policy p
            where p.warehouse_id = w.id and cardinality(p.triggers) > 0))
        order by w.id`,
  );
  return rows.map(({ id }) => id);
}

async function hasRun(db: Db, warehouseId: number, day: string): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql`select 1 from planning_run
        where warehouse_id = ${warehouseId} and kind = 'CLOCK' and run_on = ${day}::date`,
  );
  return rows.length > 0;
}
