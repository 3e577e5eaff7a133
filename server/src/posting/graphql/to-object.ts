import { Decimal } from "../../shared/exact-decimal.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { isRefused } from "../domain/plan-posting.ts";
import { postingRefusals } from "../domain/posting-refusals.ts";
import { countRefusals, type RefusedLine as RefusedLineRow } from "../domain/refused-line.ts";
import type { PostingLineRow, PostingRow } from "../domain/rows.ts";
import type { AdjustmentKind } from "../domain/words.ts";
import type { PostingPreviewRow } from "../queries/posting-preview.ts";
import { Posting, PostingLine } from "./objects.ts";
import { PostingPreview, RefusedLine } from "./preview-objects.ts";

export function toPosting(row: PostingRow): Posting {
  const { warehouseId, id, sessionId, reversesId, postedById, kind, postedAt, reason } = row;
  const { accepted, lineCount, adjustedCount } = row;
  return Object.assign(new Posting(), {
    id: idOf("Posting", warehouseId, id),
    rowId: id,
    sessionRowId: sessionId,
    reversesRowId: reversesId,
    ...{ warehouseId, postedById, kind, postedAt, reason, accepted, lineCount, adjustedCount },
  });
}

export function toPostingLine(row: PostingLineRow): PostingLine {
  const { lineId, reversedById, postingId: _, ...shown } = row;
  const kind = kindOf(new Decimal(row.quantityDelta));
  const keys = { lineRowId: lineId, reversedByRowId: reversedById };
  return Object.assign(new PostingLine(), { ...shown, ...keys, kind });
}

function kindOf(delta: Decimal): AdjustmentKind {
  if (delta.isZero()) return "MATCH";
  return delta.isNegative() ? "ISSUE" : "RECEIPT";
}

export function toPreview(
  warehouseId: number,
  { digest, plan, chosen, refused }: PostingPreviewRow,
): PostingPreview {
  return Object.assign(new PostingPreview(), plan.sums, {
    digest,
    chosen,
    canBePosted: plan.sums.lines > 0 && !isRefused(plan),
    refusals: countRefusals(plan),
    refusedLines: refused.map((line) => toRefusedLine(warehouseId, line)),
  });
}

export function toRefusedLine(warehouseId: number, line: RefusedLineRow): RefusedLine {
  const { lineId, reasons, quantityOnHand, serials, closeOffId, holdId } = line;
  const messages = reasons.map((reason) => postingRefusals[reason]);
  const shown = { reasons, messages, quantityOnHand, serials };
  return Object.assign(new RefusedLine(), {
    ...{ warehouseId, lineRowId: lineId, closeOffRowId: closeOffId, holdRowId: holdId },
    ...shown,
  });
}
