import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { ClaimFacts, ClaimPurpose } from "../domain/decide-claim.ts";
import type { ClaimRow } from "../domain/rows.ts";

export interface PlaceOfCount {
  warehouseId: number;
  sessionId: number;
  locationId: number;
}

const claimColumns = sql`c.location_id as "locationId", c.user_id as "userId",
  c.device_id as "deviceId", c.purpose, c.claimed_at as "claimedAt", c.expires_at as "expiresAt"`;

/** What a decision on a claim needs, under the session's lock. */
export async function readClaimFacts(
  db: Db,
  { warehouseId, sessionId, locationId }: PlaceOfCount,
  generation: number,
  userId: string,
): Promise<Omit<ClaimFacts, "mayCount">> {
  const holder = await firstRowOf<ClaimRow>(
    db,
    sql`select ${claimColumns} from location_claim c
        where c.warehouse_id = ${warehouseId} and c.session_id = ${sessionId}
          and c.location_id = ${locationId} and c.purpose = 'COUNT'`,
  );
  const found = await firstRowOf<Pick<ClaimFacts, "isInCount" | "countedByOthersAt">>(
    db,
    sql`select count(l.id) > 0 as "isInCount", (
          select max(o.counted_at) from observation o
          where o.warehouse_id = ${warehouseId} and o.line_id = any(array_agg(l.id))
            and o.generation = ${generation} and o.recorded_by <> ${userId}
        ) as "countedByOthersAt"
        from count_line l
        where l.warehouse_id = ${warehouseId} and l.session_id = ${sessionId}
          and l.location_id = ${locationId}`,
  );
  return {
    holder,
    isInCount: found?.isInCount ?? false,
    countedByOthersAt: found?.countedByOthersAt ?? null,
  };
}

export interface ClaimToSave extends PlaceOfCount {
  userId: string;
  deviceId: string | null;
  purpose: ClaimPurpose;
  claimedAt: Date;
  expiresAt: Date;
}

/** Puts a counter at a place; whoever stood there and is past the lease, or was taken over, leaves it. */
export async function saveClaim(db: Db, claim: ClaimToSave): Promise<void> {
  if (claim.purpose === "COUNT")
    await sql`delete from location_claim
        where warehouse_id = ${claim.warehouseId} and session_id = ${claim.sessionId}
          and location_id = ${claim.locationId} and purpose = 'COUNT'
          and user_id <> ${claim.userId}`.execute(db);
  await sql`insert into location_claim (warehouse_id, session_id, location_id, user_id, device_id,
        purpose, claimed_at, expires_at)
      values (${claim.warehouseId}, ${claim.sessionId}, ${claim.locationId}, ${claim.userId},
        ${claim.deviceId}, ${claim.purpose}, ${claim.claimedAt}, ${claim.expiresAt})
      on conflict (warehouse_id, session_id, location_id, user_id) do update
      set device_id = excluded.device_id, purpose = excluded.purpose,
        claimed_at = excluded.claimed_at, expires_at = excluded.expires_at`.execute(db);
}

/** All claims of a counter live as long as any of their devices is heard. */
export function renewClaims(
  db: Db,
  { warehouseId, sessionId }: Omit<PlaceOfCount, "locationId">,
  userId: string,
  now: Date,
  expiresAt: Date,
): Promise<ClaimRow[]> {
  return rowsOf<ClaimRow>(
    db,
    sql`update location_claim c set expires_at = ${expiresAt}
        where c.warehouse_id = ${warehouseId} and c.session_id = ${sessionId}
          and c.user_id = ${userId} and c.expires_at > ${now}
        returning ${claimColumns}`,
  );
}

/** Of one counter, or of whoever counts there. Tells whose it was. */
export function removeClaims(
  db: Db,
  { warehouseId, sessionId, locationId }: PlaceOfCount,
  userId: string | null,
): Promise<ClaimRow[]> {
  return rowsOf<ClaimRow>(
    db,
    sql`delete from location_claim c
        where c.warehouse_id = ${warehouseId} and c.session_id = ${sessionId}
          and c.location_id = ${locationId} and c.user_id = coalesce(${userId}, c.user_id)
        returning ${claimColumns}`,
  );
}

export function readClaims(
  db: Db,
  { warehouseId, sessionId }: Omit<PlaceOfCount, "locationId">,
  now: Date,
): Promise<ClaimRow[]> {
  return rowsOf<ClaimRow>(
    db,
    sql`select ${claimColumns} from location_claim c
        where c.warehouse_id = ${warehouseId} and c.session_id = ${sessionId}
          and c.expires_at > ${now}
        order by c.claimed_at, c.location_id`,
  );
}
