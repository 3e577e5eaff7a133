import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { AskedRule, ToleranceSetFacts } from "../domain/reject-tolerance-set.ts";
import type { ToleranceRule, ToleranceSet } from "../domain/tolerance-limits.ts";
import { limitColumns, limitsJson, limitsOf, textsOf, type LimitTexts } from "./limit-columns.ts";

/** A set with its rules in the order in which they were given; the latest where no version is named. */
export async function findToleranceSet(
  db: Db,
  warehouseId: number,
  version: number | null,
): Promise<ToleranceSet | null> {
  const set = await firstRowOf<Omit<ToleranceSet, "rules">>(
    db,
    sql`select s.warehouse_id as "warehouseId", s.version, s.saved_by as "savedById",
          s.saved_at as "savedAt"
        from tolerance_set s
        where s.warehouse_id = ${warehouseId} and (${version}::int is null or s.version = ${version}::int)
        order by s.version desc limit 1`,
  );
  return set && { ...set, rules: await readRules(db, warehouseId, set.version) };
}

export interface ToleranceVersionRow {
  version: number;
  savedById: string;
  savedAt: Date;
  ruleCount: number;
  /** Counts that are judged by it, whatever has become of them. */
  countsJudged: number;
}

/** The latest versions of a warehouse's tolerances, the newest first. */
export function listToleranceVersions(
  db: Db,
  warehouseId: number,
  atMost: number,
): Promise<ToleranceVersionRow[]> {
  return rowsOf<ToleranceVersionRow>(
    db,
    sql`select s.version, s.saved_by as "savedById", s.saved_at as "savedAt",
          (select count(*)::int from tolerance_rule r
            where r.warehouse_id = s.warehouse_id and r.version = s.version) as "ruleCount",
          (select count(*)::int from session_tolerance t
            where t.warehouse_id = s.warehouse_id and t.version = s.version) as "countsJudged"
        from tolerance_set s
        where s.warehouse_id = ${warehouseId}
        order by s.version desc limit ${atMost}`,
  );
}

/** The rules of a version; of those for items, where some are named, only theirs. */
export async function readRules(
  db: Db,
  warehouseId: number,
  version: number,
  itemIds: readonly number[] | null = null,
): Promise<ToleranceRule[]> {
  const rows = await rowsOf<Omit<ToleranceRule, "limits"> & { limits: LimitTexts }>(
    db,
    sql`select r.item_id as "itemId", r.abc_class as "abcClass", r.location_id as "locationId",
          ${limitsJson("r")} as limits
        from tolerance_rule r
        where r.warehouse_id = ${warehouseId} and r.version = ${version}
          and (${itemIds}::bigint[] is null or r.item_id is null or r.item_id = any(${itemIds}::bigint[]))
        order by r.position`,
  );
  return rows.map((row) => ({ ...row, limits: limitsOf(row.limits) }));
}

export async function readToleranceFacts(
  db: Db,
  warehouseId: number,
  rules: readonly AskedRule[],
): Promise<ToleranceSetFacts> {
  const itemIds = rules.flatMap(({ itemId }) => itemId ?? []);
  const locationIds = rules.flatMap(({ locationId }) => locationId ?? []);
  const row = await firstRowOf<{ version: number; items: string[]; places: string[] }>(
    db,
    sql`select
      coalesce((select max(version) from tolerance_set where warehouse_id = ${warehouseId}), 0) as version,
      array(select id from item where id = any(${itemIds}::bigint[])) as items,
      array(select id from location
        where warehouse_id = ${warehouseId} and id = any(${locationIds}::bigint[])) as places`,
  );
  return {
    latestVersion: row?.version ?? 0,
    itemIds: new Set(row?.items.map(Number)),
    locationIds: new Set(row?.places.map(Number)),
  };
}

/** The next version; who saves one at the same moment meets the key of the table. */
export async function insertToleranceSet(db: Db, set: ToleranceSet): Promise<void> {
  const { warehouseId, version, savedById, savedAt } = set;
  await sql`insert into tolerance_set (warehouse_id, version, saved_by, saved_at)
    values (${warehouseId}, ${version}, ${savedById}, ${savedAt}::timestamptz)`.execute(db);
  if (set.rules.length === 0) return;
  const rows = set.rules.map(({ itemId, abcClass, locationId, limits }, at) => ({
    ...{ position: at + 1, item_id: itemId, abc_class: abcClass, location_id: locationId },
    ...textsOf(limits),
  }));
  const columns = limitColumns.map((column) => sql.ref(column));
  const typed = limitColumns.map((column) => sql`${sql.ref(column)} numeric`);
  await sql`insert into tolerance_rule
      (warehouse_id, version, position, item_id, abc_class, location_id, ${sql.join(columns)})
    select ${warehouseId}, ${version}, r.position, r.item_id, r.abc_class, r.location_id,
      ${sql.join(columns)}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(position int, item_id bigint, abc_class text, location_id bigint, ${sql.join(typed)})`.execute(
    db,
  );
}
