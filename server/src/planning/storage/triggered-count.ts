import { unrestricted } from "../../counting/domain/count-scope.ts";
import type { Options } from "../../counting/domain/options.ts";
import { insertDraft } from "../../counting/storage/insert-draft.ts";
import { startDraft } from "../../counting/storage/start-draft.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { addDays, instantAtSite, siteTimeAt } from "../domain/day.ts";
import { noteTriggers } from "./note-triggers.ts";
import type { Site } from "./planning-policy-row.ts";

interface WaitingTrigger {
  id: number;
  locationId: number;
}

interface Making {
  actorId: string | null;
  now: Date;
  options: Options;
}

/**
 * One count of all places that something has set off and no running count has. It does not say what that
 * was, and looks at emptied places as at others: whoever counts blind would learn what the books say.
 */
export async function makeTriggeredCount(
  db: Db,
  site: Site,
  { actorId, now, options }: Making,
): Promise<number[]> {
  const { warehouseId, policy, timeZone } = site;
  const startedBy = actorId ?? site.policyOf;
  if (startedBy === null) return [];
  await noteTriggers(db, { warehouseId, policy, now });
  const triggers = await lockWaiting(db, site);
  if (triggers.length === 0) return [];
  const { day } = siteTimeAt(now, timeZone);
  const locationIds = [...new Set(triggers.map(({ locationId }) => locationId))];
  const session = await insertDraft(db, {
    ...{ warehouseId, now, template: null, notes: null, createdBy: startedBy, reference: null },
    ...{ title: `Spot check, ${day}`, countType: "LOCATIONS" },
    scope: { ...unrestricted, locationIds, includesEmpty: true },
    isBlind: options.blindByDefault,
    deadlineAt: instantAtSite(addDays(day, 1), "00:00", timeZone),
  });
  await sql`update count_trigger set session_id = ${session.id}::bigint
      where warehouse_id = ${warehouseId}
        and id = any(${triggers.map(({ id }) => id)}::bigint[])`.execute(db);
  const starting = { warehouseId, sessionId: session.id, startedBy, now };
  await startDraft(db, { ...starting, overlap: "EXCLUDE" }, options);
  return [session.id];
}

/** Whoever comes second waits here, and finds that they have their counts. */
function lockWaiting(db: Db, { warehouseId, policy }: Site): Promise<WaitingTrigger[]> {
  return rowsOf<WaitingTrigger>(
    db,
    sql`select t.id, t.location_id as "locationId" from count_trigger t
        where t.warehouse_id = ${warehouseId} and t.session_id is null
          and t.kind = any(${[...policy.triggers]}::text[])
          and not exists (select from count_line o where o.warehouse_id = t.warehouse_id
            and o.location_id = t.location_id and o.is_active)
        order by t.id for no key update of t`,
  );
}
