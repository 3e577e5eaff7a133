import type { Db } from "../../database/db.ts";
import { sightOf, type Looker } from "../domain/blindness.ts";
import { headOf } from "../domain/feed-position.ts";
import type { SessionKey } from "../queries/list-lines.ts";
import { loadSession } from "../queries/load-one.ts";
import { findPosition } from "../queries/read-session-events.ts";
import { frameFor, readBatch } from "./session-batch.ts";
import { frameOf, type SessionFrame } from "./session-frame.ts";

const nothing = { events: [], lines: [], isEveryLineChanged: false };

/** The last that happened, for somebody who begins to look; what follows, the feed tells. */
export async function readLastFrame(
  db: Db,
  key: SessionKey,
  { looker, atMost }: { looker: Looker; atMost: number },
): Promise<SessionFrame> {
  const session = await loadSession(db, key.warehouseId, key.id);
  const sight = sightOf(session, looker);
  const after = Math.max(session.eventsPruned, session.sequence - atMost);
  const from = await findPosition(db, session, after);
  const batch = await readBatch(db, session, from, session.sequence);
  const told = batch && frameFor(batch, sight);
  return told ?? frameOf(session, headOf(session), sight, nothing);
}
