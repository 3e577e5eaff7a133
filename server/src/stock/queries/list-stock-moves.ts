import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import {
  conditionsOn,
  type DateTimeFilter,
  type EnumFilter,
  type IdFilter,
  type StringFilter,
} from "../../shared/filters.ts";
import { matchingRowOf } from "../../shared/opaque-id.ts";
import { readPage, type OrderTerm } from "../../shared/page.ts";
import type { StockMoveRow } from "../domain/rows.ts";
import type { StockMoveKind } from "../domain/words.ts";
import { moveColumns } from "../storage/columns.ts";

export interface StockMoveConditions {
  filter?: {
    quantId?: IdFilter;
    itemId?: IdFilter;
    locationId?: IdFilter;
    kind?: EnumFilter<StockMoveKind>;
    effectiveAt?: DateTimeFilter;
    recordedAt?: DateTimeFilter;
    reference?: StringFilter;
  };
  orderBy?: { field: "SEQUENCE" | "EFFECTIVE_AT"; direction: "ASC" | "DESC" };
}

export async function listStockMoves(
  db: Db,
  warehouseId: number,
  { filter = {}, orderBy }: StockMoveConditions,
  page: PageArgs,
): Promise<Page<StockMoveRow>> {
  const { field, direction } = orderBy ?? { field: "SEQUENCE", direction: "DESC" };
  const time: OrderTerm = { column: sql`m.effective_at`, type: "timestamptz", direction };
  return readPage<StockMoveRow>(
    db,
    {
      columns: moveColumns,
      from: sql`stock_move m
        join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id`,
      where: [
        sql`m.warehouse_id = ${warehouseId}`,
        ...conditionsOn(sql`m.quant_id`, filter.quantId, (id) =>
          matchingRowOf(id, "Quant", warehouseId),
        ),
        ...conditionsOn(sql`q.item_id`, filter.itemId, (id) => matchingRowOf(id, "Item")),
        ...conditionsOn(sql`q.location_id`, filter.locationId, (id) =>
          matchingRowOf(id, "Location", warehouseId),
        ),
        ...conditionsOn(sql`m.kind`, filter.kind),
        ...conditionsOn(sql`m.effective_at`, filter.effectiveAt),
        ...conditionsOn(sql`m.recorded_at`, filter.recordedAt),
        ...conditionsOn(sql`m.reference`, filter.reference),
      ],
      order: [
        ...(field === "EFFECTIVE_AT" ? [time] : []),
        { column: sql`m.id`, type: "bigint", direction },
      ],
    },
    page,
  );
}
