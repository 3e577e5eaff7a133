import { createHash } from "node:crypto";
import { unrestricted } from "../../counting/domain/count-scope.ts";
import { contentOf, type AskedObservation } from "../../counting/domain/asked-observation.ts";
import { decideObservations } from "../../counting/domain/decide-observations.ts";
import type { Options } from "../../counting/domain/options.ts";
import { insertDraft } from "../../counting/storage/insert-draft.ts";
import { keepObservations } from "../../counting/storage/keep-observations.ts";
import { readObservationFacts } from "../../counting/storage/read-observation-facts.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import { startDraft } from "../../counting/storage/start-draft.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";
import { lineKeyOf } from "../domain/count-facts.ts";
import type { CountToImport, SessionToImport } from "../domain/check-counts.ts";

export interface CountsOfImport {
  warehouseId: number;
  actorId: string;
  now: Date;
  importName: string;
  fileName: string;
  options: Options;
}

/** A count says no to a row that was good before. */
export class CountRefused extends Error {
  constructor(row: number, message: string) {
    super(`Row ${row}: ${message}`);
  }
}

const countsAtATime = 500;
/** A scope of more is looked through for every move: such a count has whole zones. */
const namedAtMost = 300;

/** The counts of a file, session by session; answers with the sessions. The ledger is held before them. */
export async function recordImportedCounts(
  db: Db,
  of: CountsOfImport,
  sessions: readonly SessionToImport[],
  reached: (done: number) => Promise<void>,
): Promise<number[]> {
  if (sessions.some(({ sessionId }) => sessionId === null)) await lockLedger(db, of.warehouseId);
  const known = sessions.filter(({ sessionId }) => sessionId !== null);
  const inOrder = known.toSorted((one, other) => Number(one.sessionId) - Number(other.sessionId));
  const ids: number[] = [];
  let done = 0;
  for (const session of [...inOrder, ...sessions.filter(({ sessionId }) => sessionId === null)]) {
    const sessionId = session.sessionId ?? (await openCount(db, of, session));
    for (let from = 0; from < session.counts.length; from += countsAtATime) {
      await reached(done);
      const counts = session.counts.slice(from, from + countsAtATime);
      await recordPart(db, of, sessionId, counts);
      done += counts.length;
    }
    ids.push(sessionId);
  }
  return ids;
}

async function openCount(db: Db, of: CountsOfImport, session: SessionToImport): Promise<number> {
  const { warehouseId, actorId, now, options, fileName } = of;
  const title = session.name || `Import of ${fileName}`;
  const draft = await insertDraft(db, {
    ...{ warehouseId, now, title, createdBy: actorId, template: null, deadlineAt: null },
    ...{ countType: "LOCATIONS", isBlind: options.blindByDefault, notes: null },
    reference: session.name || fileName,
    scope: await scopeOf(db, warehouseId, session),
  });
  const start = { warehouseId, sessionId: draft.id, startedBy: actorId, now };
  const started = await startDraft(db, { ...start, overlap: "EXCLUDE" }, options);
  const row = session.counts[0]?.row ?? 0;
  if ("rejection" in started) throw new CountRefused(row, started.rejection.message);
  return draft.id;
}

/** The items and places of the rows; of very many, the zones that they stand in. */
async function scopeOf(db: Db, warehouseId: number, { itemIds, locationIds }: SessionToImport) {
  const isLarge = locationIds.length > namedAtMost;
  const roots = isLarge
    ? await rowsOf<{ id: number }>(
        db,
        sql`select distinct split_part(path, '/', 2)::bigint as id from location
            where warehouse_id = ${warehouseId} and id = any(${locationIds}::bigint[])`,
      )
    : [];
  const isWhole = roots.length > namedAtMost;
  return {
    ...unrestricted,
    itemIds: itemIds.length > namedAtMost ? [] : itemIds,
    locationIds: isLarge ? (isWhole ? [] : roots.map(({ id }) => id)) : locationIds,
  };
}

async function recordPart(
  db: Db,
  of: CountsOfImport,
  sessionId: number,
  counts: readonly CountToImport[],
): Promise<void> {
  const { warehouseId, now } = of;
  const session = await lockSession(db, warehouseId, sessionId);
  const others = await countedByOthers(db, of, sessionId, counts);
  const batch = counts.map((count) => {
    const asked = observationOf(of, count, others);
    const content = contentOf(sessionId, asked);
    return { ...asked, fingerprint: createHash("sha256").update(content).digest("hex") };
  });
  const facts = await readObservationFacts(db, session, now, batch);
  const decided = decideObservations(batch, facts);
  for (const [at, result] of decided.entries())
    if (result.kind === "REJECTED")
      throw new CountRefused(counts[at]?.row ?? 0, result.rejection.message);
  await keepObservations(db, session, decided, facts, now);
}

/** What somebody else has counted is compared and not corrected: this is a second look at it. */
function observationOf(
  { actorId, importName }: CountsOfImport,
  count: CountToImport,
  others: ReadonlySet<string>,
): Omit<AskedObservation, "fingerprint"> {
  const { itemId, locationId, lotCode, serials } = count;
  const isSecondLook = others.has(lineKeyOf(itemId, locationId, lotCode));
  return {
    externalId: `${importName} row ${count.row}`,
    ...{ actorId, itemId, locationId, lotCode, serials, isSupervisor: true },
    mode: isSecondLook ? "VERIFY" : "REPLACE",
    quantity: new Decimal(count.quantity),
    time: { source: "WRITTEN", claimedAt: new Date(count.countedAt), clockOffsetMs: null },
    ...{ lineId: undefined, stockStatus: "AVAILABLE", rawScan: null, unitCode: null },
    ...{ reason: null, note: null, voids: null, seenLineVersion: null, deviceId: null },
  };
}

async function countedByOthers(
  db: Db,
  { warehouseId, actorId }: CountsOfImport,
  sessionId: number,
  counts: readonly CountToImport[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ itemId: number; locationId: number; lotCode: string | null }>(
    db,
    sql`select l.item_id as "itemId", l.location_id as "locationId", t.code as "lotCode"
        from unnest(${counts.map(({ itemId }) => itemId)}::bigint[],
          ${counts.map(({ locationId }) => locationId)}::bigint[]) as k(item_id, location_id)
        join count_line l on l.warehouse_id = ${warehouseId} and l.session_id = ${sessionId}::bigint
          and l.item_id = k.item_id and l.location_id = k.location_id
        left join lot t on t.id = l.lot_id
        where exists (select 1 from unnest(l.counter_ids) as who where who <> ${actorId})`,
  );
  return new Set(
    rows.map(({ itemId, locationId, lotCode }) => lineKeyOf(itemId, locationId, lotCode)),
  );
}
