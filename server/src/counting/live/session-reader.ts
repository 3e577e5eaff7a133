import type { Db } from "../../database/db.ts";
import { isTooFarBehind, type FeedPosition } from "../domain/feed-position.ts";
import type { SessionRow } from "../domain/rows.ts";
import { frameFor, readBatch, type SessionBatch } from "./session-batch.ts";
import { gatherMs, type SessionFollower, type Waiting } from "./session-follower.ts";
import type { SessionFollowers } from "./session-followers.ts";
import { frameOf, ResyncRequired, type SessionFeedItem } from "./session-frame.ts";

export interface ReadingFrom {
  session: SessionRow;
  position: FeedPosition;
  isBlind: boolean;
  atMostEveryMs: number;
}

const nothingYet = { events: [], lines: [], isEveryLineChanged: false };

type Next = IteratorResult<SessionFeedItem, undefined>;

/**
 * One subscriber's place in a session's feed. He pulls: nothing is read ahead of him, so a slow one
 * costs his own patience and no memory. Hand-made, because a generator that waits cannot be ended.
 */
export class SessionReader implements AsyncIterableIterator<SessionFeedItem> {
  readonly #follower: SessionFollower;
  #position: FeedPosition;
  #hasBegun = false;
  #isOver = false;
  #toldAt = -Infinity;
  #endWait: (() => void) | null = null;

  constructor(
    private readonly db: Db,
    private readonly followers: SessionFollowers,
    private readonly from: ReadingFrom,
  ) {
    this.#position = from.position;
    this.#follower = followers.join(from.session, from.position);
  }

  async next(): Promise<Next> {
    try {
      const item = this.#hasBegun ? await this.#nextItem() : await this.#firstItem();
      if (item instanceof ResyncRequired) await this.return();
      return item ? { done: false, value: item } : { done: true, value: undefined };
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  /** Ends a wait that is under way, too: a socket that goes leaves nothing behind. */
  async return(): Promise<Next> {
    if (!this.#isOver) this.followers.leave(this.from.session);
    this.#isOver = true;
    this.#endWait?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #firstItem(): Promise<SessionFeedItem | null> {
    this.#hasBegun = true;
    const { session, isBlind } = this.from;
    const batch =
      this.#position.sequence < session.sequence
        ? await readBatch(this.db, session, this.#position, null)
        : null;
    if (this.#isOver) return null;
    const told = batch && this.#told(batch);
    return told ?? frameOf(session, this.#position, isBlind, nothingYet);
  }

  async #nextItem(): Promise<SessionFeedItem | null> {
    await this.#untilDue();
    while (!this.#isOver) {
      const isAllWanted = this.from.atMostEveryMs > gatherMs;
      if (isTooFarBehind(this.#position, this.#follower.head, this.from.isBlind))
        return new ResyncRequired("TOO_FAR_BEHIND");
      const batch = await this.#follower.after(this.#position, isAllWanted);
      if (this.#isOver) return null;
      const told = batch ? this.#told(batch) : await this.#more();
      if (told) return told;
    }
    return null;
  }

  /** Moves on; null where there was nothing for this looker in it. */
  #told(batch: SessionBatch): SessionFeedItem | null {
    if (batch.session.epoch !== this.from.session.epoch) return new ResyncRequired("EPOCH_CHANGED");
    if (batch.events[0]?.sequence !== this.#position.sequence + 1)
      return new ResyncRequired("SEQUENCE_PRUNED");
    this.#position = batch.to;
    const frame = frameFor(batch, this.from.isBlind);
    if (frame) this.#toldAt = performance.now();
    return frame;
  }

  async #more(): Promise<null> {
    await this.#waiting((waiting) => {
      this.#follower.wait(waiting);
      return () => this.#follower.stopWaiting(waiting);
    });
    return null;
  }

  async #untilDue(): Promise<void> {
    const { atMostEveryMs } = this.from;
    if (atMostEveryMs <= gatherMs) return;
    const now = performance.now();
    // On a grid that all have in common, so that those who want the same share their frames.
    const dueAt = (Math.round(this.#toldAt / atMostEveryMs) + 1) * atMostEveryMs;
    if (dueAt <= now) return;
    await this.#waiting(({ wake }) => {
      const timer = setTimeout(wake, dueAt - now);
      return () => clearTimeout(timer);
    });
  }

  async #waiting(begin: (waiting: Waiting) => () => void): Promise<void> {
    if (this.#isOver) return;
    let stop: () => void = () => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        this.#endWait = resolve;
        stop = begin({ wake: resolve, fail: reject });
      });
    } finally {
      this.#endWait = null;
      stop();
    }
  }
}
