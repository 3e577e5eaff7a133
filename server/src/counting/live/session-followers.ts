import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import type { FeedPosition } from "../domain/feed-position.ts";
import type { SessionKey } from "../queries/list-lines.ts";
import { SessionFollower } from "./session-follower.ts";

interface Followed {
  follower: SessionFollower;
  readers: number;
}

/** One follower for each session that somebody follows on this server. */
export class SessionFollowers {
  readonly #followed = new Map<string, Followed>();

  constructor(
    private readonly db: Db,
    private readonly doorbell: Doorbell,
  ) {}

  join(session: SessionKey & { epoch: string }, position: FeedPosition): SessionFollower {
    const key = keyTextOf(session);
    const followed = this.#followed.get(key) ?? {
      follower: new SessionFollower(this.db, this.doorbell, session, position),
      readers: 0,
    };
    followed.readers += 1;
    this.#followed.set(key, followed);
    return followed.follower;
  }

  /** How many sessions are followed. */
  get size(): number {
    return this.#followed.size;
  }

  leave(session: SessionKey & { epoch: string }): void {
    const key = keyTextOf(session);
    const followed = this.#followed.get(key);
    if (!followed) return;
    followed.readers -= 1;
    if (followed.readers > 0) return;
    this.#followed.delete(key);
    followed.follower.close();
  }
}

const keyTextOf = ({ warehouseId, id, epoch }: SessionKey & { epoch: string }) =>
  `${warehouseId}:${id}:${epoch}`;
