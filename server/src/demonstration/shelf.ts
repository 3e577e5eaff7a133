export type QuantStatus =
  "AVAILABLE" | "RESERVED" | "PICKED" | "INSTALLED" | "CONSIGNED" | "UNAVAILABLE";

/** A quant in the making; where lots matter it holds several of them. */
export interface Shelf {
  readonly warehouseCode: string;
  readonly sku: string;
  readonly locationCode: string;
  readonly status: QuantStatus;
  /** Set where the shelf stands for one lot that nobody touches. */
  readonly forgottenLot: ForgottenLot | null;
  /** In thousandths, at the instant that the simulation has come to. */
  quantity: number;
  /** Above this it is time to say that goods had come in. */
  readonly capacity: number;
  /** Goods are put away upstream and flow down: 0 store, 1 workshop, 2 assembly, 3 finished goods. */
  readonly stage: number;
}

export interface ForgottenLot {
  expiresInDays: number;
}

/** What a move is done on: its number is given once all of them are in order. */
export interface Paper {
  series: "OPENING" | "SO" | "POS" | "PO" | "WO" | "TO" | "NCR" | "MOVE";
  reasonCode: string | null;
}

export interface Movement {
  kind: "RECEIPT" | "ISSUE" | "MOVE";
  from: Shelf | null;
  to: Shelf | null;
  quantity: number;
  effectiveMs: number;
  waveIndex: number;
  paper: Paper;
}

const stageByZone: Record<string, number> = {
  "TOOL-01": 0,
  "MISC-06": 0,
  "META-05": 0,
  "SHEE-02": 0,
  "PAIN-03": 0,
  "PAIN-04": 0,
  "BACK-20": 0,
  "CONS-08": 0,
  "FINA-60": 2,
  "FINI-07": 3,
  "SHOP-10": 3,
};

export function stageOf(zoneCode: string): number {
  return stageByZone[zoneCode] ?? 1;
}
