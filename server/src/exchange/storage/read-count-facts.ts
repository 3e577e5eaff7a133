import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { may } from "../../counting/domain/session-status.ts";
import type { SessionStatus } from "../../counting/domain/words.ts";
import type { Options } from "../../counting/domain/options.ts";
import {
  lineKeyOf,
  serialKeyOf,
  type CountFacts,
  type KnownSession,
} from "../domain/count-facts.ts";
import type { MappedRow } from "../domain/mapped-row.ts";
import { distinctOf, readStockFacts, type RowsToJudge } from "./read-stock-facts.ts";

export async function readCountFacts(
  db: Db,
  judged: RowsToJudge,
  options: Options,
): Promise<CountFacts> {
  const { warehouseId, rows } = judged;
  const stock = await readStockFacts(db, judged);
  const itemIds = [...stock.items.values()].map(({ id }) => id);
  return {
    ...stock,
    warehouse: await readWarehouse(db, warehouseId),
    sessions: await readSessions(db, warehouseId, distinctOf(rows, "SESSION")),
    heldBy: await readHolders(db, warehouseId, itemIds),
    serialOfSecond: await readSecondSerials(db, itemIds, rows),
    options: {
      allowsZero: options["325"],
      usesSecondSerials: options["290"],
      mustBeAssigned: options["504"],
    },
  };
}

async function readWarehouse(db: Db, warehouseId: number): Promise<CountFacts["warehouse"]> {
  const warehouse = await firstRowOf<CountFacts["warehouse"]>(
    db,
    sql`select code, name from warehouse where id = ${warehouseId}`,
  );
  return warehouse ?? { code: "", name: "" };
}

interface FoundSession {
  id: number;
  number: number;
  status: SessionStatus;
  isSubmitted: boolean;
  given: string;
}

const nameOf = (number: number) => `CC-${String(number).padStart(4, "0")}`;
const toSession = (found: FoundSession): KnownSession => ({
  id: found.id,
  name: nameOf(found.number),
  canCount: may("COUNT", found),
});

/** By number a count is meant whatever has become of it; by name, the latest that is still running. */
async function readSessions(
  db: Db,
  warehouseId: number,
  names: string[],
): Promise<Map<string, KnownSession>> {
  const numbers = names.map((name) => Number(/^CC-0*(\d{1,9})$/iu.exec(name)?.[1] ?? 0));
  const found = await rowsOf<FoundSession>(
    db,
    sql`select distinct on (k.given) k.given, s.id, s.number, s.status,
          s.is_submitted as "isSubmitted"
        from unnest(${names}::text[], ${numbers}::int[]) as k(given, number)
        join count_session s on s.warehouse_id = ${warehouseId}
          and (s.number = k.number
            or (s.title = k.given or s.reference = k.given)
              and s.status in ('OPEN', 'PARTIAL') and not s.is_submitted)
        order by k.given, s.number = k.number desc, s.id desc`,
  );
  return new Map(found.map((session) => [session.given, toSession(session)]));
}

async function readHolders(
  db: Db,
  warehouseId: number,
  itemIds: number[],
): Promise<Map<string, KnownSession>> {
  const held = await rowsOf<
    FoundSession & { itemId: number; locationId: number; lotCode: string | null }
  >(
    db,
    sql`select l.item_id as "itemId", l.location_id as "locationId", t.code as "lotCode", s.id,
          s.number, s.status, s.is_submitted as "isSubmitted"
        from count_line l
        join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
        left join lot t on t.id = l.lot_id
        where l.warehouse_id = ${warehouseId} and l.is_active and l.stock_status = 'AVAILABLE'
          and l.item_id = any(${itemIds}::bigint[])`,
  );
  return new Map(
    held.map((line) => [lineKeyOf(line.itemId, line.locationId, line.lotCode), toSession(line)]),
  );
}

async function readSecondSerials(
  db: Db,
  itemIds: number[],
  rows: readonly MappedRow[],
): Promise<Map<string, string>> {
  const seconds = distinctOf(rows, "SERIAL2");
  if (seconds.length === 0) return new Map();
  const units = await rowsOf<{ itemId: number; serial: string; second: string }>(
    db,
    sql`select item_id as "itemId", serial, serial2 as second from serial_unit
        where item_id = any(${itemIds}::bigint[]) and serial2 = any(${seconds}::text[])`,
  );
  return new Map(units.map(({ itemId, serial, second }) => [serialKeyOf(itemId, second), serial]));
}
