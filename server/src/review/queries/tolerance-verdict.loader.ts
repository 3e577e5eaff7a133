import DataLoader from "dataloader";
import { classAt } from "../../catalogue/storage/class-at.ts";
import { lineOf } from "../../counting/storage/line-of.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { judgeTolerance, type Breach } from "../domain/judge-tolerance.ts";
import { resolveTolerance, type ResolvedTolerance } from "../domain/resolve-tolerance.ts";
import { hasLimit } from "../domain/tolerance-limits.ts";
import { limitsJson, limitsOf, type LimitTexts } from "../storage/limit-columns.ts";
import { readRules } from "../storage/tolerance-set.ts";

export interface VerdictKey {
  warehouseId: number;
  lineId: number;
}

/** Why a line is among those that somebody has to look at, or why it is not. */
export interface ToleranceVerdict extends Pick<ResolvedTolerance, "source" | "rule"> {
  version: number | null;
  breaches: Breach[];
}

interface FactRow extends VerdictKey {
  itemId: number;
  abcClass: string | null;
  path: string;
  variance: string | null;
  expected: string | null;
  unitCost: string | null;
  version: number | null;
  limits: LimitTexts;
}

const keyText = ({ warehouseId, lineId }: VerdictKey) => `${warehouseId}:${lineId}`;

/** The verdicts on the lines of an answer: one statement, and one for each set they are judged by. */
export function createToleranceVerdictLoader(
  db: Db,
): DataLoader<VerdictKey, ToleranceVerdict | null, string> {
  return new DataLoader(
    async (keys) => {
      const rows = await readFacts(db, keys);
      const bySet = Map.groupBy(rows, ({ warehouseId, version }) => `${warehouseId}:${version}`);
      const judged = await Promise.all([...bySet.values()].map((lines) => judgeAlike(db, lines)));
      const verdicts = new Map(judged.flat());
      return keys.map((key) => verdicts.get(keyText(key)) ?? null);
    },
    { cacheKeyFn: keyText },
  );
}

function readFacts(db: Db, keys: readonly VerdictKey[]): Promise<FactRow[]> {
  return rowsOf<FactRow>(
    db,
    sql`select l.warehouse_id as "warehouseId", l.id as "lineId", l.item_id as "itemId",
          ${classAt(sql`l.warehouse_id`)} as "abcClass", p.path, l.quantity_variance as variance,
          l.quantity_expected as expected, l.unit_cost as "unitCost", t.version,
          ${limitsJson("t")} as limits
        from unnest(${keys.map((key) => key.warehouseId)}::int[],
                    ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, id)
        cross join lateral ${lineOf(sql`k.warehouse_id`, sql`k.id`)} l
        join item i on i.id = l.item_id
        join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
        left join session_tolerance t
          on t.warehouse_id = l.warehouse_id and t.session_id = l.session_id
        where l.quantity_variance is not null`,
  );
}

/** Lines of counts that were started under the same set. */
async function judgeAlike(
  db: Db,
  lines: readonly FactRow[],
): Promise<[string, ToleranceVerdict][]> {
  const { warehouseId, version } = lines[0] as FactRow;
  const itemIds = lines.map(({ itemId }) => itemId);
  const rules = version === null ? [] : await readRules(db, warehouseId, version, itemIds);
  return lines.map((line) => {
    const own = limitsOf(line.limits);
    const placeIds = line.path.split("/").filter(Boolean).map(Number);
    const resolved = resolveTolerance(rules, { ...line, placeIds }, hasLimit(own) ? own : null);
    const figures = {
      variance: new Decimal(line.variance ?? 0),
      expected: new Decimal(line.expected ?? 0),
      unitCost: line.unitCost === null ? null : new Decimal(line.unitCost),
    };
    const { source, rule, limits } = resolved;
    const breaches = judgeTolerance(limits, figures);
    return [keyText(line), { source, rule, version, breaches }];
  });
}
