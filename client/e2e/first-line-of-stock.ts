import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import { RecordStockMoves } from "@tallyroom/schema/operations/record-stock-moves.ts";
import { Stock } from "@tallyroom/schema/operations/stock.ts";
import type { Page } from "playwright-core";
import { ask } from "./desk.ts";

/** The first line of bulk stock that the page of the main warehouse shows before one reads on. */
export async function firstLineOfStock(page: Page) {
  const { viewer } = await ask(page, OpenSession, {});
  const warehouse = viewer?.warehouses.find(({ code }) => code === "MAIN");
  if (!warehouse) throw new Error("There is no main warehouse.");
  const { quants } = await ask(page, Stock, {
    warehouseId: warehouse.id,
    first: 100,
    filter: { quantityOnHand: { neq: "0" } },
    orderBy: { field: "LOCATION", direction: "ASC" },
    seesExpected: true,
    seesValue: true,
  });
  const line = quants.nodes.find(
    ({ item, status }) => item.tracking === "BULK" && status === "AVAILABLE",
  );
  if (!line) throw new Error("The main warehouse has no bulk stock.");
  return { warehouse, line };
}

type Line = Awaited<ReturnType<typeof firstLineOfStock>>;

/** A receipt recorded by another program, as of now or of an earlier instant. */
export async function receive(
  page: Page,
  { warehouse, line }: Line,
  receipt: { quantity: string; reference: string; effectiveAt?: Date },
): Promise<void> {
  const answer = await ask(page, RecordStockMoves, {
    input: {
      warehouseId: warehouse.id,
      moves: [
        {
          externalId: crypto.randomUUID(),
          kind: "RECEIPT",
          itemId: line.item.id,
          locationId: line.location.id,
          quantity: receipt.quantity,
          reference: receipt.reference,
          effectiveAt: (receipt.effectiveAt ?? new Date()).toISOString(),
        },
      ],
    },
  });
  if (answer.recordStockMoves.__typename !== "StockMovesRecorded") {
    throw new Error(`The receipt was rejected: ${JSON.stringify(answer)}`);
  }
}
