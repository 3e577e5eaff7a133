import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { Joined } from "../../shared/joined.ts";
import type { FeedPosition } from "../domain/feed-position.ts";
import type { SessionKey } from "../queries/list-lines.ts";
import { SessionFollower } from "./session-follower.ts";

type Epoch = SessionKey & { epoch: string };

/** One follower for each session that somebody follows on this server. */
export class SessionFollowers {
  readonly #joined = new Joined<SessionFollower>();

  constructor(
    private readonly db: Db,
    private readonly doorbell: Doorbell,
  ) {}

  /** How many sessions are followed. */
  get size(): number {
    return this.#joined.size;
  }

  join(session: Epoch, position: FeedPosition): SessionFollower {
    const make = () => new SessionFollower(this.db, this.doorbell, session, position);
    return this.#joined.join(keyTextOf(session), make);
  }

  leave(session: Epoch): void {
    this.#joined.leave(keyTextOf(session));
  }
}

const keyTextOf = ({ warehouseId, id, epoch }: Epoch) => `${warehouseId}:${id}:${epoch}`;
