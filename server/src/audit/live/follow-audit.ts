import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { RungFeed } from "../../database/rung-feed.ts";
import { readAuditHead } from "../queries/list-audit.ts";

export interface AuditHead {
  lastSequence: number;
}

/** Where a chain stands, at once and each time that it has grown; what was decided is asked for. */
export function followAudit(
  db: Db,
  doorbell: Doorbell,
  warehouseId: number,
): AsyncIterableIterator<AuditHead> {
  return new AuditFollower(db, doorbell, warehouseId);
}

/** Nobody rings for it: a decision commits with what it is about. The bell's own tick is enough here. */
class AuditFollower extends RungFeed<AuditHead> {
  #told = -1;

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly warehouseId: number,
  ) {
    super(doorbell, `audit:${warehouseId}`);
  }

  protected async look(): Promise<AuditHead | null> {
    const lastSequence = await readAuditHead(this.db, this.warehouseId);
    if (lastSequence === this.#told) return null;
    this.#told = lastSequence;
    return { lastSequence };
  }
}
