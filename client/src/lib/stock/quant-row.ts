import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { QuantParts } from "@tallyroom/schema/operations/quant-parts.ts";
import type { StockMoveParts } from "@tallyroom/schema/operations/stock-move-parts.ts";

export type QuantRow = ResultOf<typeof QuantParts>;
export type QuantStatus = QuantRow["status"];
export type MoveRow = ResultOf<typeof StockMoveParts>;
