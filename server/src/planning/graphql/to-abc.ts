import { Decimal } from "../../shared/exact-decimal.ts";
import { idOf } from "../../shared/opaque-id.ts";
import type { AbcItemRow, AbcLimits, AbcRunRow } from "../domain/abc-run.ts";
import { explainClass } from "../domain/explain-class.ts";
import { AbcItem, AbcRun, AbcThresholds } from "./abc-objects.ts";

export function toAbcRun(row: AbcRunRow): AbcRun {
  const { warehouseId, id, shareA, shareB, days, liftFromMoves, ...rest } = row;
  return Object.assign(new AbcRun(), {
    ...rest,
    ...{ id: idOf("AbcRun", warehouseId, id), warehouseId, rowId: id },
    thresholds: Object.assign(new AbcThresholds(), { shareA, shareB, days, liftFromMoves }),
  });
}

export function toAbcItem(row: AbcItemRow, { shareA, shareB, days }: AbcLimits): AbcItem {
  const { itemId, rank, valueUsed, moves, share, shareCumulative, classBefore, classNow } = row;
  const facts = {
    ...{ moves, classByValue: row.classByValue, classNow },
    valueUsed: valueUsed === null ? null : new Decimal(valueUsed),
    share: new Decimal(share),
    shareCumulative: new Decimal(shareCumulative),
  };
  const limits = { shareA: new Decimal(shareA), shareB: new Decimal(shareB), days };
  return Object.assign(new AbcItem(), {
    ...{ itemRowId: itemId, rank, valueUsed, moves, share, shareCumulative, classBefore, classNow },
    because: explainClass(facts, limits),
  });
}
