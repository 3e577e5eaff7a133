import type { Db } from "../../database/db.ts";
import { PulledFeed } from "../../shared/pulled-feed.ts";
import type { Sight } from "../domain/blindness.ts";
import { isTooFarBehind, type FeedPosition } from "../domain/feed-position.ts";
import type { SessionRow } from "../domain/rows.ts";
import { frameFor, readBatch, type SessionBatch } from "./session-batch.ts";
import { gatherMs, type SessionFollower } from "./session-follower.ts";
import type { SessionFollowers } from "./session-followers.ts";
import { frameOf, ResyncRequired, type SessionFeedItem } from "./session-frame.ts";

export interface ReadingFrom {
  session: SessionRow;
  position: FeedPosition;
  sight: Sight;
  atMostEveryMs: number;
}

const nothingYet = { events: [], lines: [], isEveryLineChanged: false };

/**
 * One subscriber's place in a session's feed. Nothing is read ahead of him, so a slow one costs his
 * own patience and no memory.
 */
export class SessionReader extends PulledFeed<SessionFeedItem> {
  readonly #follower: SessionFollower;
  #position: FeedPosition;
  #hasBegun = false;
  #isLost = false;
  #toldAt = -Infinity;

  constructor(
    private readonly db: Db,
    private readonly followers: SessionFollowers,
    private readonly from: ReadingFrom,
  ) {
    super();
    this.#position = from.position;
    this.#follower = followers.join(from.session, from.position);
  }

  protected leave(): void {
    this.followers.leave(this.from.session);
  }

  protected async nextItem(): Promise<SessionFeedItem | null> {
    // Who was told to begin anew is told no more.
    if (this.#isLost) return null;
    const item = this.#hasBegun ? await this.#later() : await this.#first();
    this.#isLost = item instanceof ResyncRequired;
    return item;
  }

  async #first(): Promise<SessionFeedItem> {
    this.#hasBegun = true;
    const { session, sight } = this.from;
    const isBehind = this.#position.sequence < session.sequence;
    const batch = isBehind ? await readBatch(this.db, session, this.#position, null) : null;
    const told = batch && this.#told(batch);
    return told ?? frameOf(session, this.#position, sight, nothingYet);
  }

  async #later(): Promise<SessionFeedItem | null> {
    await this.#untilDue();
    while (!this.isOver) {
      if (isTooFarBehind(this.#position, this.#follower.head, this.from.sight.isBlind))
        return new ResyncRequired("TOO_FAR_BEHIND");
      const isAllWanted = this.from.atMostEveryMs > gatherMs;
      const batch = await this.#follower.after(this.#position, isAllWanted);
      const told = batch && !this.isOver ? this.#told(batch) : null;
      if (told) return told;
      if (!batch) await this.#more();
    }
    return null;
  }

  /** Moves on; null where there was nothing for this looker in it. */
  #told(batch: SessionBatch): SessionFeedItem | null {
    if (batch.session.epoch !== this.from.session.epoch) return new ResyncRequired("EPOCH_CHANGED");
    if (batch.events[0]?.sequence !== this.#position.sequence + 1)
      return new ResyncRequired("SEQUENCE_PRUNED");
    this.#position = batch.to;
    const frame = frameFor(batch, this.from.sight);
    if (frame) this.#toldAt = performance.now();
    return frame;
  }

  #more(): Promise<void> {
    return this.waitFor((waiting) => {
      this.#follower.wait(waiting);
      return () => this.#follower.stopWaiting(waiting);
    });
  }

  async #untilDue(): Promise<void> {
    const { atMostEveryMs } = this.from;
    if (atMostEveryMs <= gatherMs) return;
    // On a grid that all have in common, so that those who want the same share their frames.
    const dueAt = (Math.round(this.#toldAt / atMostEveryMs) + 1) * atMostEveryMs;
    const early = dueAt - performance.now();
    if (early > 0) await this.waitMs(early);
  }
}
