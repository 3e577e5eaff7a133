import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import {
  recordObservations,
  type RecordedObservation,
  type RecordObservations,
} from "./record-observations.ts";

interface Waiting {
  input: RecordObservations;
  resolve(results: RecordedObservation[]): void;
  reject(error: unknown): void;
}

/** More would keep the session's row for longer than a second look at the queue costs. */
const entriesPerTransaction = 500;

/**
 * Requests for one session that come while another is being stored share the next transaction: one
 * lock and one flush carry them all, and nobody waits for a timer. Each is still answered only after
 * the commit that holds its own entries.
 */
export class ObservationQueue {
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(
    private readonly em: () => EntityManager,
    private readonly doorbell: Doorbell,
  ) {}

  record(input: RecordObservations): Promise<RecordedObservation[]> {
    const key = `${input.warehouseId}:${input.sessionId}`;
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(key);
      if (waiting) {
        waiting.push({ input, resolve, reject });
        return;
      }
      this.#waiting.set(key, [{ input, resolve, reject }]);
      void this.#drain(key);
    });
  }

  async #drain(key: string): Promise<void> {
    for (;;) {
      const waiting = this.#waiting.get(key) ?? [];
      if (waiting.length === 0) {
        this.#waiting.delete(key);
        return;
      }
      await this.#store(takeFirst(waiting));
    }
  }

  async #store(together: readonly Waiting[]): Promise<void> {
    try {
      const results = await recordObservations(this.em(), this.doorbell, joined(together));
      let next = 0;
      for (const { input, resolve } of together) {
        resolve(results.slice(next, next + input.observations.length));
        next += input.observations.length;
      }
    } catch (error) {
      const [only] = together;
      if (only && together.length === 1) only.reject(error);
      // One request that cannot be stored takes no other down with it.
      else for (const each of together) await this.#store([each]);
    }
  }
}

function takeFirst(waiting: Waiting[]): Waiting[] {
  let entries = 0;
  let count = 0;
  for (const { input } of waiting) {
    entries += input.observations.length;
    if (count > 0 && entries > entriesPerTransaction) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** Received together means received by the time of the last. */
function joined(together: readonly Waiting[]): RecordObservations {
  const [first] = together as [Waiting];
  const now = new Date(Math.max(...together.map(({ input }) => input.now.valueOf())));
  return { ...first.input, now, observations: together.flatMap(({ input }) => input.observations) };
}
