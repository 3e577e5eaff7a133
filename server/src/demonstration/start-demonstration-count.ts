import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { createCountSession } from "../counting/commands/create-count-session.ts";
import {
  recordObservations,
  type RecordObservations,
} from "../counting/commands/record-observations.ts";
import { startCountSession } from "../counting/commands/start-count-session.ts";
import { unrestricted } from "../counting/domain/count-scope.ts";
import type { SessionRow } from "../counting/domain/rows.ts";
import { shareOutWork } from "../crew/commands/share-out-work.ts";
import { dbOf } from "../database/connect.ts";
import type { Doorbell } from "../database/doorbell.ts";
import { firstRowOf, rowsOf, sql, type Db } from "../database/db.ts";
import { Decimal } from "../shared/exact-decimal.ts";
import { countOfShelf } from "./count-of-shelf.ts";
import { supervisorEmail } from "./demonstration-accounts.ts";
import { mainWarehouse } from "./plan-places.ts";
import { SeededRandom } from "./seeded-random.ts";

type Entry = RecordObservations["observations"][number];

/** Nobody follows yet. */
const nobodyListens: Doorbell = {
  ring: () => undefined,
  listen: () => () => undefined,
  close: () => Promise.resolve(),
};

const minute = 60_000;
const shareCounted = 0.35;
const zoneLinesAtMost = 250;

/**
 * A count that is under way: one zone, blind, three people at it for half an hour. Where there has
 * been any count it does nothing.
 */
export async function startDemonstrationCount(owner: MikroORM, now: Date): Promise<void> {
  const db = dbOf(owner);
  const found = await firstRowOf(db, sql`select 1 from count_session limit 1`);
  const zone = found ? null : await findZone(db);
  if (!zone) return;
  const begunAt = new Date(now.valueOf() - 30 * minute);
  const session = await begin(owner.em, zone, begunAt);
  const counters = await idsOf(db, zone.counterEmails);
  await enter(owner.em, session, await entriesOf(db, session, counters, begunAt), now);
}

interface Zone {
  warehouseId: number;
  locationId: number;
  name: string;
  counterEmails: readonly string[];
}

const counterEmails = [
  "maria@tallyroom.example",
  "jonas@tallyroom.example",
  "aiko@tallyroom.example",
];

/** The fullest zone that three people count in a morning. */
async function findZone(db: Db): Promise<Zone | null> {
  const zone = await firstRowOf<Omit<Zone, "counterEmails">>(
    db,
    sql`select z.warehouse_id as "warehouseId", z.id as "locationId", z.name
        from warehouse w
        join location z on z.warehouse_id = w.id and z.parent_id is null
        join location l on l.warehouse_id = w.id and l.path like z.path || '%'
        join quant q on q.warehouse_id = w.id and q.location_id = l.id
        where w.code = ${mainWarehouse.code}
        group by 1, 2, 3 having count(*) <= ${zoneLinesAtMost}
        order by count(*) desc, z.id limit 1`,
  );
  return zone && { ...zone, counterEmails };
}

async function idsOf(db: Db, emails: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select id from app_user where email = any(${[...emails]}::text[]) order by email`,
  );
  return rows.map(({ id }) => id);
}

async function begin(em: EntityManager, zone: Zone, now: Date): Promise<SessionRow> {
  const { warehouseId, locationId } = zone;
  const db = em.fork().getKysely() as unknown as Db;
  const [supervisor = ""] = await idsOf(db, [supervisorEmail]);
  const assigneeIds = await idsOf(db, zone.counterEmails);
  const created = await createCountSession(em, {
    ...{ warehouseId, createdBy: supervisor, now, templateId: null, reference: null },
    ...{ title: `Weekly count: ${zone.name}`, notes: "Mind the forklifts in the first aisle." },
    ...{ countType: "LOCATIONS", scope: { ...unrestricted, locationIds: [locationId] } },
    ...{ deadlineAt: new Date(now.valueOf() + 8 * 60 * minute), isBlind: true, assigneeIds },
    freshSeed: "demonstration",
  });
  if ("rejection" in created) throw new Error(created.rejection.message);
  const { id: sessionId } = created.session;
  const request = { warehouseId, sessionId, now };
  const started = await startCountSession(em, nobodyListens, {
    ...{ ...request, startedBy: supervisor },
    overlap: "EXCLUDE",
  });
  if ("rejection" in started) throw new Error(started.rejection.message);
  await shareOutWork(em, nobodyListens, { ...request, actorId: supervisor });
  return started.session;
}

interface LineToCount {
  id: number;
  userId: string;
  tracking: string;
  countedAt: Date;
  expected: string;
  serials: string[];
}

/** What each counter has entered so far: mostly what was there at that minute, now and then something else. */
async function entriesOf(
  db: Db,
  { warehouseId, id }: SessionRow,
  counters: readonly string[],
  begunAt: Date,
): Promise<Entry[]> {
  const lines = await rowsOf<LineToCount>(
    db,
    sql`select l.id, c.user_id as "userId", i.tracking, c.counted_at as "countedAt",
          coalesce(quantity_at(q.warehouse_id, q.id, c.counted_at), 0) as expected,
          array(select p.serial from count_line_piece p
            where p.warehouse_id = l.warehouse_id and p.line_id = l.id order by 1) as serials
        from (
          select s.user_id, l.id,
            ${begunAt}::timestamptz + interval '29 minutes' * cume_dist()
              over (partition by s.user_id order by l.line_number) / ${shareCounted} as counted_at
          from count_line l
          join location_share s on s.warehouse_id = l.warehouse_id and s.session_id = l.session_id
            and s.location_id = l.location_id
          where l.warehouse_id = ${warehouseId} and l.session_id = ${id}
        ) c
        join count_line l on l.warehouse_id = ${warehouseId} and l.id = c.id
        join item i on i.id = l.item_id
        left join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
          and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
          and q.status = l.stock_status
        where c.counted_at <= ${begunAt}::timestamptz + interval '29 minutes'
        order by l.line_number`,
  );
  return counters.flatMap((userId) => {
    const random = new SeededRandom(`count of ${counters.indexOf(userId)}`);
    return lines.filter((line) => line.userId === userId).map((line) => entryOf(line, random));
  });
}

function entryOf(line: LineToCount, random: SeededRandom): Entry {
  const isCountedByPiece = line.tracking === "SERIAL" || line.tracking === "RFID";
  const shelf = { isCountedByPiece, quantity: line.expected, serials: line.serials };
  const { quantity, ...seen } = countOfShelf(shelf, random);
  return {
    ...{ externalId: `demonstration ${line.id}`, actorId: line.userId, isSupervisor: false },
    ...{ lineId: line.id, itemId: undefined, locationId: undefined, lotCode: null },
    ...{ stockStatus: "AVAILABLE", rawScan: null, unitCode: null, note: null, voids: null },
    ...seen,
    quantity: quantity === null ? null : new Decimal(quantity),
    time: { source: "DEVICE", claimedAt: line.countedAt, clockOffsetMs: 0 },
    deviceId: null,
  };
}

async function enter(
  em: EntityManager,
  { warehouseId, id: sessionId }: SessionRow,
  observations: readonly Entry[],
  now: Date,
): Promise<void> {
  await recordObservations(em, nobodyListens, { warehouseId, sessionId, now, observations });
}
