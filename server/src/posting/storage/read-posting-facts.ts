import { createHash } from "node:crypto";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { PieceFact } from "../domain/plan-pieces.ts";
import type { LineClass, PostingFacts } from "../domain/plan-posting.ts";
import type { NamedLine } from "../domain/refused-line.ts";
import type { PostingQuestion } from "../domain/words.ts";
import { lineFacts, lineTraits, type Chosen } from "./chosen-lines.ts";
import { readPieceFacts } from "./read-piece-facts.ts";

export interface StoredPostingFacts extends PostingFacts {
  /** Of the exact numbers: equal for what would be posted, and for nothing else. */
  digest: string;
}

type ClassRow = Omit<LineClass, "unitsIn" | "unitsOut" | "valueIn" | "valueOut"> &
  Record<"unitsIn" | "unitsOut" | "valueIn" | "valueOut", string>;

/** Equal within a class: any of its lines tells. */
const traits = sql.join(
  lineTraits.map(([name, column]) => sql`bool_or(${column}) as ${sql.ref(name)}`),
);

/** Adds up 100,000 lines in one statement; only lines with pieces are looked at one by one. */
export async function readPostingFacts(
  db: Db,
  chosen: Chosen,
  accepted: readonly PostingQuestion[],
): Promise<StoredPostingFacts> {
  const found = await firstRowOf<{ classes: ClassRow[]; numbers: string; position: string }>(
    db,
    sql`with line as materialized ${lineFacts(chosen)}
    select
      (select coalesce(json_agg(c), '[]') from (
        select key::text as key, ${traits}, min(approval) as approval, count(*) as lines,
          count(*) filter (where delta > 0) as receipts, count(*) filter (where delta < 0) as issues,
          coalesce(sum(delta) filter (where delta > 0), 0)::text as "unitsIn",
          coalesce(- sum(delta) filter (where delta < 0), 0)::text as "unitsOut",
          coalesce(sum(value_variance) filter (where delta > 0), 0)::text as "valueIn",
          coalesce(- sum(value_variance) filter (where delta < 0), 0)::text as "valueOut",
          count(*) filter (where delta <> 0 and unit_cost is null) as "withoutCost"
        from line
        group by line.key
        order by line.key) c) as classes,
      (select encode(sha256(convert_to(coalesce(string_agg(
          id || ':' || quantity_counted || ':' || quantity_expected || ':'
            || coalesce(unit_cost::text, '-') || ':' || currency, ';' order by id), ''), 'UTF8')), 'hex')
        from line where is_counted and not is_posted) as numbers,
      (select coalesce(max(id), 0) from posting
        where warehouse_id = ${chosen.session.warehouseId} and session_id = ${chosen.session.id})
        as position`,
  );
  const pieces = await readPieceFacts(db, chosen);
  const classes = (found?.classes ?? []).map(classOf);
  const known = [
    chosen.session.id,
    found?.position,
    found?.numbers,
    [...accepted].sort(),
    pieces.map(numbersOf),
  ];
  return {
    classes,
    pieces,
    accepted,
    isWholeCount: chosen.lineIds === null,
    digest: createHash("sha256").update(JSON.stringify(known)).digest("hex"),
  };
}

/** Whether its place may be touched is asked anew each time, and is none of the numbers. */
const numbersOf = ({ keptThere: _, ...fact }: PieceFact) => fact;

function classOf({ unitsIn, unitsOut, valueIn, valueOut, ...row }: ClassRow): LineClass {
  return {
    ...row,
    unitsIn: new Decimal(unitsIn),
    unitsOut: new Decimal(unitsOut),
    valueIn: new Decimal(valueIn),
    valueOut: new Decimal(valueOut),
  };
}

/** The first lines of the classes that may not be posted. */
export function readRefusedLines(
  db: Db,
  chosen: Chosen,
  keys: readonly string[],
  most: number,
): Promise<NamedLine[]> {
  return rowsOf<NamedLine>(
    db,
    sql`select l.id as "lineId", l.key::text as key, l.quantity_on_hand as "quantityOnHand",
          l.close_off_id as "closeOffId", l.hold_id as "holdId"
        from ${lineFacts(chosen)} l
        where l.key = any(${[...keys]}::int[]) order by l.line_number, l.id limit ${most}`,
  );
}
