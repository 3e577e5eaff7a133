import type { Options } from "../../counting/domain/options.ts";
import type { Db } from "../../database/db.ts";
import { checkCounts } from "../domain/check-counts.ts";
import { checkItems } from "../domain/check-items.ts";
import { checkLocations } from "../domain/check-locations.ts";
import { checkMoves, type CheckedMoves, type MovesKind } from "../domain/check-moves.ts";
import { apartFromLeftOut, leftOutError } from "../domain/left-out-rows.ts";
import type { MappedRow } from "../domain/mapped-row.ts";
import type { RowError, RowFigures } from "../domain/row-errors.ts";
import {
  appendImportedMoves,
  refusedByLedger,
  type MovesOfImport,
} from "../storage/append-imported-moves.ts";
import type { HeldImport } from "../storage/import-row.ts";
import { hashOf } from "../storage/reading-hash.ts";
import { readItemFacts, readLocationFacts } from "../storage/read-catalogue-facts.ts";
import { readCountFacts } from "../storage/read-count-facts.ts";
import { readStockFacts } from "../storage/read-stock-facts.ts";
import { recordImportedCounts } from "../storage/record-imported-counts.ts";
import { itemsAtATime, writeItems } from "../storage/write-items.ts";
import { lockPlaces, writeLocations } from "../storage/write-locations.ts";
import { lettingOthersIn } from "./letting-others-in.ts";

/** What an import's rows come to when they are applied. */
export interface AppliedImport {
  /** Counts that have lines or entries now that they had not before. */
  sessionIds: number[];
}

/** What a file would do, judged against what is there now; the same plan is equal by its hash. */
export interface PlannedImport extends RowFigures {
  errors: RowError[];
  planHash: Buffer;
  apply: (reached: (done: number) => Promise<void>) => Promise<AppliedImport>;
}

export interface ImportToPlan {
  held: HeldImport;
  rows: readonly MappedRow[];
  options: Options;
  actorId: string;
  now: Date;
}

/** In one transaction with what applies it, or in one that only looks. */
export async function planImport(db: Db, of: ImportToPlan): Promise<PlannedImport> {
  const { judged: rows, leftOut } = apartFromLeftOut(of.rows, of.held.leftOutRows);
  const judged = await judge(db, { ...of, rows });
  const errors = [...judged.errors, ...leftOut.map(leftOutError)];
  return {
    ...judged,
    rowsWrong: judged.rowsWrong + leftOut.length,
    errors: errors.toSorted((one, other) => one.row - other.row),
  };
}

function judge(db: Db, of: ImportToPlan): Promise<PlannedImport> {
  switch (of.held.kind) {
    case "COUNTS":
      return planCounts(db, of);
    case "ITEMS":
      return planItems(db, of);
    case "LOCATIONS":
      return planLocations(db, of);
    case "OPENING_STOCK":
    case "MOVES":
      return planMoves(db, of, of.held.kind);
  }
}

const factsOf = ({ held, rows }: ImportToPlan) => ({
  warehouseId: held.warehouseId,
  now: held.uploadedAt,
  decimalSign: held.layout.decimalSign,
  rows,
});

/** By the content: the same row of the same file has the same name, whoever sends it again. */
const nameOf = ({ held }: ImportToPlan) =>
  `import ${held.contentHash.toString("hex").slice(0, 24)} ${held.kind.toLowerCase()}`;

const named = (of: ImportToPlan): MovesOfImport => ({
  ...{ warehouseId: of.held.warehouseId, actorId: of.actorId, now: of.now },
  importName: nameOf(of),
});

/** Part by part: as one text, the plan of a large file would be larger than the file. */
function planned(
  { plan, ...found }: RowFigures & { plan: readonly object[]; errors: RowError[] },
  apply: PlannedImport["apply"],
): PlannedImport {
  return { ...found, planHash: hashOf(textsOf(plan)), apply };
}

function* textsOf(plan: readonly object[]): Generator<string> {
  for (const part of plan) yield JSON.stringify(part);
}

async function planCounts(db: Db, of: ImportToPlan): Promise<PlannedImport> {
  const checked = await lettingOthersIn(
    checkCounts(of.rows, await readCountFacts(db, factsOf(of), of.options)),
  );
  const counts = { ...named(of), fileName: of.held.fileName, options: of.options };
  return planned(checked, async (reached) => ({
    sessionIds: await recordImportedCounts(db, counts, checked.plan, reached),
  }));
}

async function planItems(db: Db, of: ImportToPlan): Promise<PlannedImport> {
  const { now } = of;
  const checked = await lettingOthersIn(checkItems(of.rows, await readItemFacts(db, factsOf(of))));
  return planned(checked, async (reached) => {
    for (let from = 0; from < checked.plan.length; from += itemsAtATime) {
      await reached(from);
      await writeItems(db, checked.plan.slice(from, from + itemsAtATime), now);
    }
    return { sessionIds: [] };
  });
}

async function planLocations(db: Db, of: ImportToPlan): Promise<PlannedImport> {
  const { warehouseId } = of.held;
  await lockPlaces(db, warehouseId);
  const checked = await lettingOthersIn(
    checkLocations(of.rows, await readLocationFacts(db, factsOf(of))),
  );
  return planned(checked, async () => {
    await writeLocations(db, warehouseId, checked.plan);
    return { sessionIds: [] };
  });
}

async function planMoves(db: Db, of: ImportToPlan, kind: MovesKind): Promise<PlannedImport> {
  const first = await lettingOthersIn(
    checkMoves(kind, of.rows, await readStockFacts(db, factsOf(of))),
  );
  const checked = await withoutRefused(db, named(of), first);
  return planned(checked, async (reached) => ({
    sessionIds: await appendImportedMoves(db, named(of), checked.plan, reached),
  }));
}

/** Without a move that the ledger refuses those behind it may be refused: it is asked until it is content. */
async function withoutRefused(
  db: Db,
  of: MovesOfImport,
  checked: CheckedMoves,
): Promise<CheckedMoves> {
  const refused = await refusedByLedger(db, of, checked.plan);
  if (refused.length === 0) return checked;
  const rows = new Set(refused.map(({ row }) => row));
  const errors = refused.map<RowError>(({ row, message }) => ({
    ...{ row, field: null, value: "", code: "LEDGER", message, suggestion: null },
  }));
  return withoutRefused(db, of, {
    plan: checked.plan.filter(({ row }) => !rows.has(row)),
    errors: [...checked.errors, ...errors].toSorted((one, other) => one.row - other.row),
    rowsReady: checked.rowsReady - rows.size,
    rowsBlank: checked.rowsBlank,
    rowsWrong: checked.rowsWrong + rows.size,
  });
}
