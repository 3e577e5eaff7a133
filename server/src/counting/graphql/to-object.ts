import type { WithRelated } from "../../catalogue/queries/related-rows.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { isBlindFor, statusShown, type Looker, type Sight } from "../domain/blindness.ts";
import { chosenBecause } from "../domain/chosen-because.ts";
import type { LineTotals } from "../queries/list-lines.ts";
import { cursorAt, headOf } from "../domain/feed-position.ts";
import type { LineInRound, SessionRow, ShownLineRow } from "../domain/rows.ts";
import { CountLine, CountLineTotals, CountSession } from "./objects.ts";

/**
 * The one place where a row becomes what somebody may see. Each field is named: a new column is not
 * shown before somebody has thought about those for whom the count is blind.
 */
export function toSession(row: SessionRow, looker: Looker): CountSession {
  const isBlindHere = isBlindFor(row, looker);
  const areRoundsHidden = row.linesRecounted > 0 && !looker.seesExpected;
  return Object.assign(new CountSession(), {
    id: idOf("CountSession", row.warehouseId, row.id),
    warehouseId: row.warehouseId,
    rowId: row.id,
    createdById: row.createdById,
    templateRowId: row.templateId,
    templateName: row.templateName,
    chosenScope: row.scope,
    epoch: row.epoch,
    sequence: row.sequence,
    hiddenEvents: row.hiddenEvents,
    eventsPruned: row.eventsPruned,
    changesCursor: cursorAt(row, headOf(row), isBlindHere),
    isBlindHere,
    seesRounds: looker.seesExpected,
    linesRecounted: row.linesRecounted,
    frozenOptions: row.options,
    number: row.number,
    title: row.title,
    status: statusShown(row, isBlindHere),
    isSubmitted: row.isSubmitted,
    countType: row.countType,
    isBlind: row.isBlind,
    deadlineAt: row.deadlineAt,
    notes: row.notes,
    reference: row.reference,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    submittedAt: row.submittedAt,
    completedAt: isBlindHere ? null : row.completedAt,
    cancelReason: row.cancelReason,
    seed: row.scope.seed,
    linesTotal: row.linesTotal,
    linesCounted: row.linesCounted,
    linesSkipped: row.linesSkipped,
    linesNotAccessible: row.linesNotAccessible,
    // Of lines that are counted again it would tell what the round before found.
    linesDifferent: isBlindHere || areRoundsHidden ? null : row.linesDifferent,
  });
}

export function toLine(
  found: ShownLineRow & WithRelated,
  { isBlind: isBlindHere, seesRounds }: Sight,
): CountLine {
  const inRound = seesRounds ? null : (found.inRound ?? null);
  const row = inRound ? asInRound(found, inRound) : found;
  return Object.assign(new CountLine(), {
    id: idOf("CountLine", row.warehouseId, row.id),
    warehouseId: row.warehouseId,
    rowId: row.id,
    sessionRowId: row.sessionId,
    itemId: row.itemId,
    locationRowId: row.locationId,
    lotId: row.lotId,
    counterIds: row.counterIds,
    related: row,
    isBlindHere,
    inRound,
    lineNumber: row.lineNumber,
    origin: row.origin,
    state: row.state,
    quantityCounted: row.quantityCounted,
    quantitySnapshot: isBlindHere ? null : row.quantitySnapshot,
    quantityExpected: isBlindHere ? null : row.quantityExpected,
    quantityVariance: isBlindHere ? null : row.quantityVariance,
    valueVariance: isBlindHere ? null : row.valueVariance,
    isMovedDuringCount: isBlindHere ? null : row.isMovedDuringCount,
    isTimeUncertain: isBlindHere ? null : row.isTimeUncertain,
    isDisputed: row.isDisputed,
    windowFirstAt: row.windowFirstAt,
    windowLastAt: row.windowLastAt,
    chosenBecause: isBlindHere || !row.chosenBecause ? null : chosenBecause(row.chosenBecause),
    version: isBlindHere ? row.version - row.reevaluations : row.version,
    round: row.round,
    recountStatus: row.recountStatus,
  });
}

/** Somebody who counts again is told what his round has come to, and nothing of those before. */
function asInRound<Row extends ShownLineRow>(row: Row, inRound: LineInRound): Row {
  const { windowFirstAt, windowLastAt, ...figures } = inRound;
  return {
    ...row,
    ...figures,
    windowFirstAt: windowFirstAt === null ? null : new Date(windowFirstAt),
    windowLastAt: windowLastAt === null ? null : new Date(windowLastAt),
    valueVariance: null,
    recountStatus: null,
  };
}

export function toTotals(totals: LineTotals, isBlindHere: boolean): CountLineTotals {
  const { lines, counted, quantityCounted } = totals;
  const shown = { lines, counted, quantityCounted };
  const none = {
    quantityExpected: null,
    quantityVariance: null,
    quantityVarianceGross: null,
    valueVariance: null,
    valueVarianceGross: null,
    withoutCost: null,
  };
  return Object.assign(new CountLineTotals(), isBlindHere ? { ...shown, ...none } : totals);
}
