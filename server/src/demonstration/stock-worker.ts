import { randomUUID } from "node:crypto";
import type { ResultOf, VariablesOf } from "@tallyroom/schema/graphql.ts";
import { RecordStockMoves } from "@tallyroom/schema/operations/record-stock-moves.ts";
import { Stock } from "@tallyroom/schema/operations/stock.ts";
import {
  chooseStockWork,
  describeStockWork,
  type StockWork,
  type VisibleQuant,
} from "./choose-stock-work.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { SeededRandom } from "./seeded-random.ts";

/** Somebody who does one thing after another. */
export interface Worker {
  name: string;
  /** Does the next thing and tells what it was. */
  step(): Promise<string>;
}

type Quant = ResultOf<typeof Stock>["quants"]["nodes"][number];
type StockMoveInput = VariablesOf<typeof RecordStockMoves>["input"]["moves"][number];

const lookAgainAfterSteps = 5;
/** Each look begins at another part of the house. */
const searches = ["TOOL", "SUBA", "MISC", "META", "FINI", "CONS", ""];

export class StockWorker implements Worker {
  readonly name: string;
  readonly #client: GraphqlClient;
  readonly #warehouseId: string;
  readonly #random: SeededRandom;
  readonly #run = randomUUID().slice(0, 8);
  #quants: VisibleQuant[] = [];
  #steps = 0;

  constructor(name: string, client: GraphqlClient, warehouseId: string) {
    this.name = name;
    this.#client = client;
    this.#warehouseId = warehouseId;
    this.#random = new SeededRandom(`${name} ${this.#run}`);
  }

  async step(): Promise<string> {
    if (this.#steps % lookAgainAfterSteps === 0) this.#quants = await this.#look();
    this.#steps += 1;
    const work = chooseStockWork(this.#quants, this.#random);
    if (!work) return "finds nothing to do here";
    const { recordStockMoves } = await this.#client.ask(RecordStockMoves, {
      input: { warehouseId: this.#warehouseId, moves: [this.#inputOf(work)] },
    });
    const told = describeStockWork(work);
    if (recordStockMoves.__typename === "StockMovesRecorded") return told;
    this.#steps = 0;
    return `${told}: refused, ${recordStockMoves.rejections[0]?.message ?? "without a reason"}`;
  }

  async #look(): Promise<VisibleQuant[]> {
    const { quants } = await this.#client.ask(Stock, {
      warehouseId: this.#warehouseId,
      first: 50,
      search: this.#random.pick(searches) || null,
      filter: { status: { eq: "AVAILABLE" }, quantityOnHand: { gt: "0" } },
      orderBy: { field: this.#random.pick(["LAST_MOVED_AT", "ITEM"] as const), direction: "DESC" },
      seesExpected: true,
      seesValue: false,
    });
    return quants.nodes.flatMap(visibleQuantOf);
  }

  #inputOf({ kind, quant, to, quantity, reference }: StockWork): StockMoveInput {
    return {
      externalId: `demo-${this.#run}-${this.#steps}-${randomUUID().slice(0, 8)}`,
      kind,
      itemId: quant.itemId,
      locationId: quant.locationId,
      toLocationId: to?.locationId ?? null,
      quantity: String(quantity),
      effectiveAt: new Date().toISOString(),
      reference: kind === "MOVE" ? null : reference,
    };
  }
}

/** Lots and serials would have to be read from the goods; a simulated worker leaves them alone. */
function visibleQuantOf(quant: Quant): VisibleQuant[] {
  const { item, location, quantityOnHand } = quant;
  if (item.tracking !== "BULK" || quantityOnHand === undefined) return [];
  return [
    {
      itemId: item.id,
      sku: item.sku,
      locationId: location.id,
      locationCode: location.code,
      unitCode: item.unit.code,
      quantityOnHand: Number(quantityOnHand),
    },
  ];
}
