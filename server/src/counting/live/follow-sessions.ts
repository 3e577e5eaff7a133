import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { SharedLook, type Found } from "../../database/shared-look.ts";
import { Joined } from "../../shared/joined.ts";
import { PulledFeed } from "../../shared/pulled-feed.ts";
import { SharedAnswers } from "../../shared/shared-answers.ts";
import { isBlindFor, type Looker } from "../domain/blindness.ts";
import type { SessionRow } from "../domain/rows.ts";
import { warehouseTopic } from "../domain/session-topic.ts";
import { readSessionHeads, readSessions, type SessionHead } from "../queries/read-session-heads.ts";

const gatherMs = 250;

/** Counts of a list that have changed, as they now stand. */
export class SessionsFrame extends SharedAnswers {
  constructor(
    readonly sessions: readonly SessionRow[],
    readonly looker: Looker,
  ) {
    super();
  }
}

/** Whom the counts of a warehouse are told to; the list is a state, so nobody misses a step of it. */
type Heads = ReadonlyMap<number, SessionHead>;

/** How far each count of a warehouse is, looked up once for all on this server. */
class WarehouseLook extends SharedLook {
  heads: Heads = new Map();
  readonly #frames = new Map<string, Promise<SessionsFrame>>();

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly warehouseId: number,
  ) {
    super(doorbell, warehouseTopic(warehouseId), gatherMs);
  }

  /** The same frame for all to whom the same counts are new. */
  frameOf(ids: readonly number[], looker: Looker): Promise<SessionsFrame> {
    const key = `${looker.seesExpected} ${ids.join()}`;
    const known = this.#frames.get(key);
    if (known) return known;
    const frame = readSessions(this.db, this.warehouseId, ids).then(
      (rows) => new SessionsFrame(rows, looker),
    );
    this.#frames.set(key, frame);
    return frame;
  }

  protected async look(): Promise<Found> {
    const rows = await readSessionHeads(this.db, this.warehouseId);
    const heads = new Map(rows.map((row) => [row.id, row]));
    const hasChanged = rows.some(({ id, sequence }) => this.heads.get(id)?.sequence !== sequence);
    if (!hasChanged) return "nothing";
    this.heads = heads;
    this.#frames.clear();
    return "some";
  }
}

export class WarehouseLooks {
  readonly #joined = new Joined<WarehouseLook>();

  constructor(
    private readonly db: Db,
    private readonly doorbell: Doorbell,
  ) {}

  /** From now on; the first frame comes at once and is empty: a list that is read after it misses nothing. */
  async follow(
    warehouseId: number,
    looker: Looker,
    atMostEveryMs: number,
  ): Promise<AsyncIterableIterator<SessionsFrame>> {
    const rows = await readSessionHeads(this.db, warehouseId);
    const known = new Map(rows.map((row) => [row.id, row]));
    const key = String(warehouseId);
    const look = this.#joined.join(
      key,
      () => new WarehouseLook(this.db, this.doorbell, warehouseId),
    );
    const leave = () => this.#joined.leave(key);
    return new SessionsReader(look, leave, { known, looker, atMostEveryMs });
  }
}

class SessionsReader extends PulledFeed<SessionsFrame> {
  #known: Heads;
  #hasBegun = false;
  #toldAt = -Infinity;

  constructor(
    private readonly look: WarehouseLook,
    protected readonly leave: () => void,
    private readonly given: { known: Heads; looker: Looker; atMostEveryMs: number },
  ) {
    super();
    this.#known = given.known;
  }

  protected async nextItem(): Promise<SessionsFrame | null> {
    const { looker, atMostEveryMs } = this.given;
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      return new SessionsFrame([], looker);
    }
    const early = this.#toldAt + atMostEveryMs - performance.now();
    if (early > 0) await this.waitMs(early);
    while (!this.isOver) {
      const changed = this.#changed();
      if (changed.length > 0) {
        this.#toldAt = performance.now();
        return this.look.frameOf(changed, looker);
      }
      await this.waitFor((waiting) => {
        this.look.wait(waiting);
        return () => this.look.stopWaiting(waiting);
      });
    }
    return null;
  }

  /** Those with something new for this looker; what is kept from him does not make a count new. */
  #changed(): number[] {
    const { heads } = this.look;
    const numberOf = (head: SessionHead | undefined) =>
      head &&
      (isBlindFor(head, this.given.looker) ? head.sequence - head.hiddenEvents : head.sequence);
    const changed = [...heads.values()].filter(
      (head) => (numberOf(head) ?? 0) > (numberOf(this.#known.get(head.id)) ?? -1),
    );
    if (heads.size > 0) this.#known = heads;
    return changed.map(({ id }) => id);
  }
}
