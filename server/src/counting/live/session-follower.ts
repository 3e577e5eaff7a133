import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { SharedLook, type Found } from "../../database/shared-look.ts";
import type { FeedPosition } from "../domain/feed-position.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import type { SessionKey } from "../queries/list-lines.ts";
import { eventsPerBatch, joinBatches, readBatch, type SessionBatch } from "./session-batch.ts";

/** While events keep coming, they are gathered for so long. */
export const gatherMs = 50;
const eventsKept = 2_000;
const batchesKept = 64;

/**
 * A session's events, read once for all who follow it on this server. The last batches are kept;
 * whoever has fallen behind them reads for himself.
 */
export class SessionFollower extends SharedLook {
  readonly #batches: SessionBatch[] = [];
  #head: FeedPosition;

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly key: SessionKey,
    head: FeedPosition,
  ) {
    super(doorbell, sessionTopic(key.warehouseId, key.id), gatherMs);
    this.#head = head;
  }

  get head(): FeedPosition {
    return this.#head;
  }

  /** What stands behind a position: from what is kept, or read for this one reader. */
  async after(position: FeedPosition, isAllWanted: boolean): Promise<SessionBatch | null> {
    if (position.sequence >= this.#head.sequence) return null;
    const first = this.#batches.findIndex(({ from }) => from.sequence === position.sequence);
    const kept = first < 0 ? [] : this.#batches.slice(first);
    const [next] = kept;
    if (!next) return readBatch(this.db, this.key, position, this.#boundaryBehind(position));
    return isAllWanted ? joinedOnce(next, kept) : next;
  }

  protected async look(): Promise<Found> {
    const batch = await readBatch(this.db, this.key, this.#head, null);
    if (!batch) return "nothing";
    this.#head = batch.to;
    this.#keep(batch);
    return batch.events.length === eventsPerBatch ? "more" : "some";
  }

  #keep(batch: SessionBatch): void {
    this.#batches.push(batch);
    let events = this.#batches.reduce((sum, each) => sum + each.events.length, 0);
    while (this.#batches.length > 1 && (this.#batches.length > batchesKept || events > eventsKept))
      events -= this.#batches.shift()?.events.length ?? 0;
  }

  /** Whoever reads for himself stops where a kept batch begins, and shares from there on. */
  #boundaryBehind({ sequence }: FeedPosition): number {
    const starts = this.#batches.map(({ from }) => from.sequence);
    return starts.find((start) => start > sequence) ?? this.#head.sequence;
  }
}

const joined = new WeakMap<SessionBatch, Map<number, SessionBatch>>();

/** Those who ask for fewer frames fall on the same spans, and share them too. */
function joinedOnce(first: SessionBatch, kept: readonly SessionBatch[]): SessionBatch {
  const last = kept.at(-1);
  if (!last || last === first) return first;
  const byStart = joined.get(last) ?? new Map<number, SessionBatch>();
  joined.set(last, byStart);
  const known = byStart.get(first.from.sequence);
  if (known) return known;
  const batch = joinBatches([first, ...kept.slice(1)]);
  byStart.set(first.from.sequence, batch);
  return batch;
}
