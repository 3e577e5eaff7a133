import { PostgresDoorbell } from "../src/database/postgres-doorbell.ts";
import type { Doorbell } from "../src/database/doorbell.ts";
import type { SessionRow } from "../src/counting/domain/rows.ts";
import { followSession } from "../src/counting/live/follow-session.ts";
import type { SessionFrame } from "../src/counting/live/session-frame.ts";
import { ResyncRequired, type SessionFeedItem } from "../src/counting/live/session-frame.ts";
import { SessionFollowers } from "../src/counting/live/session-followers.ts";
import type { TestDatabase } from "./test-database.ts";

export interface FollowOptions {
  after?: string | null;
  isBlindLooker?: boolean;
  atMostEveryMs?: number;
}

/** Follows the feed as a server does: with its doorbell, and one follower for each session. */
export class FeedServer {
  readonly followers: SessionFollowers;

  constructor(
    private readonly database: TestDatabase,
    readonly doorbell: Doorbell = new PostgresDoorbell(database.url),
  ) {
    this.followers = new SessionFollowers(database.db, doorbell);
  }

  async follow(
    session: Pick<SessionRow, "warehouseId" | "id">,
    { after = null, isBlindLooker = false, atMostEveryMs = 0 }: FollowOptions = {},
  ): Promise<Follower> {
    const feed = await followSession(this.database.db, this.followers, {
      key: { warehouseId: session.warehouseId, id: session.id },
      looker: { seesExpected: !isBlindLooker },
      after,
      atMostEveryMs,
    });
    return new Follower(feed);
  }

  close(): Promise<void> {
    return this.doorbell.close();
  }
}

/** A subscriber who writes down what he was told. */
export class Follower {
  readonly numbers: number[] = [];
  readonly frames: SessionFrame[] = [];

  constructor(readonly feed: AsyncIterableIterator<SessionFeedItem>) {}

  get cursor(): string {
    return this.frames.at(-1)?.cursor ?? "";
  }

  async item(): Promise<SessionFeedItem> {
    const { value, done } = await this.feed.next();
    if (done) throw new Error("The feed has ended.");
    return value as SessionFeedItem;
  }

  async frame(): Promise<SessionFrame> {
    const item = await this.item();
    if (item instanceof ResyncRequired) throw new Error(`Resync required: ${item.reason}`);
    this.frames.push(item);
    this.numbers.push(...item.events.map(({ sequence }) => sequence));
    return item;
  }

  async until(last: number): Promise<number[]> {
    while ((this.numbers.at(-1) ?? 0) < last) await this.frame();
    return this.numbers;
  }

  async end(): Promise<void> {
    await this.feed.return?.();
  }
}

export const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
