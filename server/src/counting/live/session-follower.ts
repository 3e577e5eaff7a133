import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import type { FeedPosition } from "../domain/feed-position.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import type { SessionKey } from "../queries/list-lines.ts";
import { eventsPerBatch, joinBatches, readBatch, type SessionBatch } from "./session-batch.ts";

/** While events keep coming, they are gathered for so long. */
export const gatherMs = 50;
const eventsKept = 2_000;
const batchesKept = 64;

export interface Waiting {
  wake(): void;
  fail(error: unknown): void;
}

/**
 * Reads a session's events once for all who follow it on this server, and only while one of them
 * waits for more. The last batches are kept; whoever has fallen behind them reads for himself.
 */
export class SessionFollower {
  readonly #batches: SessionBatch[] = [];
  readonly #waiting = new Set<Waiting>();
  readonly #stopListening: () => void;
  #head: FeedPosition;
  #mayHaveMore = true;
  #isReading = false;
  #isClosed = false;
  #readAt = -Infinity;
  #ring: (() => void) | null = null;

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly key: SessionKey,
    head: FeedPosition,
  ) {
    this.#head = head;
    this.#stopListening = doorbell.listen(sessionTopic(key.warehouseId, key.id), () => {
      this.#mayHaveMore = true;
      this.#ring?.();
    });
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

  /** Wakes the waiting once, when there is more behind the head. */
  wait(waiting: Waiting): void {
    this.#waiting.add(waiting);
    if (!this.#isReading) void this.#readWhileSomebodyWaits();
  }

  stopWaiting(waiting: Waiting): void {
    this.#waiting.delete(waiting);
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#ring?.();
  }

  async #readWhileSomebodyWaits(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#waiting.size > 0 && !this.#isClosed) {
        if (!this.#mayHaveMore) await new Promise<void>((resolve) => (this.#ring = resolve));
        this.#ring = null;
        if (this.#mayHaveMore) await this.#readOn();
      }
    } catch (error) {
      this.#mayHaveMore = true;
      for (const waiting of this.#taken()) waiting.fail(error);
    } finally {
      this.#isReading = false;
    }
  }

  async #readOn(): Promise<void> {
    const early = this.#readAt + gatherMs - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    // Forgotten before the look, so that a ring during it leads to another.
    this.#mayHaveMore = false;
    const startedAt = performance.now();
    const batch = await readBatch(this.db, this.key, this.#head, null);
    if (!batch) return;
    this.#readAt = startedAt;
    this.#mayHaveMore ||= batch.events.length === eventsPerBatch;
    this.#head = batch.to;
    this.#keep(batch);
    for (const waiting of this.#taken()) waiting.wake();
  }

  #keep(batch: SessionBatch): void {
    this.#batches.push(batch);
    let events = this.#batches.reduce((sum, each) => sum + each.events.length, 0);
    while (this.#batches.length > 1 && (this.#batches.length > batchesKept || events > eventsKept))
      events -= this.#batches.shift()?.events.length ?? 0;
  }

  #taken(): Waiting[] {
    const taken = [...this.#waiting];
    this.#waiting.clear();
    return taken;
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
  const rest = kept.slice(1);
  const last = rest.at(-1);
  if (!last) return first;
  const byStart = joined.get(last) ?? new Map<number, SessionBatch>();
  joined.set(last, byStart);
  const known = byStart.get(first.from.sequence);
  if (known) return known;
  const batch = joinBatches([first, ...rest]);
  byStart.set(first.from.sequence, batch);
  return batch;
}
