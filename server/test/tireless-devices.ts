import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Caller } from "./door/caller.ts";
import { enterMutation, newEntry, type CountToFollow } from "./door/count-one.ts";

const acknowledgements = ["ObservationRecorded", "ObservationAlreadyRecorded"];
const betweenTriesMs = 100;

export interface DeviceHabits {
  entriesInARequest: number;
  /** As a client does that has not thought of it: what is tried again is another entry. */
  makesNewIds?: boolean;
  /** As a client does that has not thought of it: what was sent is taken for saved. */
  believesAtOnce?: boolean;
}

/** What the devices of a floor have sent to one count, and what the server has said of it. */
export class Floor {
  /** All that was ever put into a request. */
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();
  /** What people meant to enter, each once. */
  meant = 0;
  requestsUnanswered = 0;
  readonly #waiting: { count: number; reached: () => void }[] = [];

  constructor(
    private readonly count: CountToFollow,
    private readonly habits: DeviceHabits,
  ) {}

  /** Resolves once so many entries were acknowledged. */
  hasAcknowledged(count: number): Promise<void> {
    if (this.acknowledged.size >= count) return Promise.resolve();
    return new Promise((reached) => this.#waiting.push({ count, reached }));
  }

  /** One after the other, each request until it is answered. */
  async send(device: Caller, entries: number): Promise<void> {
    const { entriesInARequest, makesNewIds, believesAtOnce } = this.habits;
    for (let sent = 0; sent < entries; sent += entriesInARequest) {
      let batch = this.#newEntries();
      this.meant += batch.length;
      while (!(await this.#isAnswered(device, batch))) {
        await pause(betweenTriesMs);
        if (believesAtOnce) {
          this.#acknowledge(batch);
          break;
        }
        if (makesNewIds) batch = batch.map((entry) => ({ ...entry, externalId: randomUUID() }));
      }
    }
  }

  #newEntries() {
    const { lineIds } = this.count;
    return Array.from({ length: this.habits.entriesInARequest }, (_, at) =>
      newEntry(lineIds[(this.sent.size + at) % lineIds.length] ?? ""),
    );
  }

  async #isAnswered(device: Caller, observations: { externalId: string }[]): Promise<boolean> {
    for (const { externalId } of observations) this.sent.add(externalId);
    const input = { sessionId: this.count.id, observations };
    const answer = await device.ask(enterMutation, { input }).catch(() => null);
    const results: { __typename: string }[] = answer?.data?.recordObservations?.results ?? [];
    if (results.length === 0) {
      this.requestsUnanswered += 1;
      return false;
    }
    const odd = results.find(({ __typename }) => !acknowledgements.includes(__typename));
    if (odd) throw new Error(`An entry was not taken: ${answer?.text}`);
    this.#acknowledge(observations);
    return true;
  }

  #acknowledge(observations: { externalId: string }[]): void {
    for (const { externalId } of observations) this.acknowledged.add(externalId);
    for (const { count, reached } of this.#waiting) if (this.acknowledged.size >= count) reached();
  }
}

interface Stored {
  ids: string[] | null;
  quantity: number | null;
}

/** What the count holds beside what the devices know of it. */
export async function compareWithStored(floor: Floor, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Stored>(
      `with counted as (
          select warehouse_id, session_id from observation where external_id = any ($1) limit 1)
        select (select array_agg(external_id) from observation natural join counted) as ids,
          (select sum(quantity_counted)::int from count_line natural join counted) as quantity`,
      [[...floor.sent]],
    );
    const ids = rows[0]?.ids ?? [];
    const stored = new Set(ids);
    return {
      /** Acknowledged, and not there. */
      lost: [...floor.acknowledged].filter((id) => !stored.has(id)).length,
      /** There more often than somebody meant it; the lines say so as well, each entry is one. */
      doubled: Math.max(ids.length, rows[0]?.quantity ?? 0) - floor.meant,
      /** There, and sent by nobody. */
      phantom: ids.filter((id) => !floor.sent.has(id)).length,
    };
  } finally {
    await client.end();
  }
}
