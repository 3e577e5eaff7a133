import type { SeededRandom } from "./seeded-random.ts";
import type { Movement, Paper, Shelf } from "./shelf.ts";
import type { Wave } from "./working-waves.ts";

/** How one item is asked for at a site, and how it comes back. */
export interface Demand {
  sku: string;
  weight: number;
  shelves: Shelf[];
  step: number;
  most: number;
  supplier: string | null;
  packQuantity: number | null;
}

/** Something that happens in one wave: a reservation, a damage, goods sent to the outlet. */
export interface Incident {
  waveIndex: number;
  from: Shelf | null;
  to: Shelf | null;
  quantity: number;
  paper: Paper;
}

export interface Site {
  waves: readonly Wave[];
  demands: readonly Demand[];
  incidents: readonly Incident[];
  ordersPerHour: number;
  mostLinesPerOrder: number;
  orderSeries: "SO" | "POS";
  refill: "SUPPLIERS" | "MAIN_WAREHOUSE";
  /** Before this nothing can have arrived. */
  refillsSinceMs: number;
}

/** The parts of a wave: goods come in, are put away, are set aside, and then orders are picked. */
const parts = {
  receipts: [0, 0.13],
  replenishment: [0.14, 0.22],
  incidents: [0.23, 0.29],
  orders: [0.3, 0.96],
} as const;

type Part = keyof typeof parts;

/**
 * From today's stock to the opening, wave by wave. Taking back what was issued fills a shelf, and
 * an overfull shelf means that goods had come in before. So today's quantities come out exactly,
 * and no shelf was ever below nothing.
 */
export function simulateBackwards(site: Site, random: SeededRandom): Movement[] {
  const movements: Movement[] = [];
  const pickDemand = weightedPicker(site.demands, random);
  const incidentsByWave = Map.groupBy(site.incidents, (incident) => incident.waveIndex);

  for (const wave of site.waves.toReversed()) {
    const undo = (movement: Omit<Movement, "waveIndex">): void => {
      if (movement.from) movement.from.quantity += movement.quantity;
      if (movement.to) movement.to.quantity -= movement.quantity;
      movements.push({ ...movement, waveIndex: wave.index });
    };
    const moment = (part: Part): number => momentIn(wave, part, random);

    for (let orders = orderCountOf(wave, site, random); orders > 0; orders -= 1) {
      const paper: Paper = { series: site.orderSeries, reasonCode: null };
      let effectiveMs = moment("orders");
      for (const demand of pickLines(site, pickDemand, random)) {
        const from = shelfToPickFrom(demand, random);
        undo({
          kind: "ISSUE",
          from,
          to: null,
          quantity: sizeOf(demand, random),
          effectiveMs,
          paper,
        });
        effectiveMs = Math.min(effectiveMs + random.integer(15, 80) * 1000, endOf(wave, "orders"));
      }
    }
    for (const { from, to, quantity, paper } of incidentsByWave.get(wave.index) ?? []) {
      const kind = from && to ? "MOVE" : from ? "ISSUE" : "RECEIPT";
      undo({ kind, from, to, quantity, effectiveMs: moment("incidents"), paper });
    }
    for (const demand of site.demands) {
      for (const to of demand.shelves) {
        const from = upstreamOf(to, demand);
        if (!from || to.quantity <= to.capacity || !random.chance(0.75)) continue;
        const paper: Paper = { series: "MOVE", reasonCode: null };
        const quantity = lotSize(to, demand, random);
        undo({ kind: "MOVE", from, to, quantity, effectiveMs: moment("replenishment"), paper });
      }
    }
    if (!wave.isReceiving || wave.startMs < site.refillsSinceMs) continue;
    const deliveries = new Map<string, Paper>();
    for (const demand of site.demands) {
      for (const to of demand.shelves) {
        if (to.quantity <= to.capacity) continue;
        const paper = deliveryFor(demand, site, deliveries);
        const quantity = lotSize(to, demand, random);
        undo({ kind: "RECEIPT", from: null, to, quantity, effectiveMs: moment("receipts"), paper });
      }
    }
  }
  return movements;
}

function orderCountOf(wave: Wave, site: Site, random: SeededRandom): number {
  const hours = (wave.endMs - wave.startMs) / 3_600_000;
  return Math.floor(hours * site.ordersPerHour * random.between(0.5, 1.5) + random.fraction());
}

function pickLines(site: Site, pick: () => Demand, random: SeededRandom): Set<Demand> {
  const lines = new Set<Demand>();
  const wanted = random.integer(1, site.mostLinesPerOrder);
  for (let line = 0; line < wanted; line += 1) lines.add(pick());
  return lines;
}

function shelfToPickFrom(demand: Demand, random: SeededRandom): Shelf {
  const last = demand.shelves.at(-1);
  if (!last || demand.shelves.length === 1 || random.chance(0.3))
    return random.pick(demand.shelves);
  return last;
}

/** Small amounts more often than large ones. */
function sizeOf({ step, most }: Demand, random: SeededRandom): number {
  const share = random.fraction() ** 2.2;
  return step * Math.max(1, Math.ceil((share * most) / step));
}

/** Down to a good third of the shelf, in whole packs where the amount allows it. */
function lotSize(shelf: Shelf, demand: Demand, random: SeededRandom): number {
  const wanted = shelf.quantity - shelf.capacity * random.between(0.1, 0.45);
  const unit =
    demand.packQuantity && demand.packQuantity <= wanted ? demand.packQuantity : demand.step;
  return Math.min(shelf.quantity, Math.max(1, Math.floor(wanted / unit)) * unit);
}

function upstreamOf(shelf: Shelf, demand: Demand): Shelf | undefined {
  return demand.shelves.find((other) => other.stage < shelf.stage);
}

function deliveryFor(demand: Demand, site: Site, deliveries: Map<string, Paper>): Paper {
  const isTransfer = site.refill === "MAIN_WAREHOUSE";
  const sender = isTransfer ? "main warehouse" : (demand.supplier ?? "own workshop");
  const series = isTransfer ? "TO" : demand.supplier ? "PO" : "WO";
  const paper: Paper = deliveries.get(sender) ?? { series, reasonCode: null };
  deliveries.set(sender, paper);
  return paper;
}

function momentIn(wave: Wave, part: Part, random: SeededRandom): number {
  const [from, to] = parts[part];
  const share = random.between(from, to);
  return wholeSecond(wave.startMs + (wave.endMs - wave.startMs) * share);
}

function endOf(wave: Wave, part: Part): number {
  return wholeSecond(wave.startMs + (wave.endMs - wave.startMs) * parts[part][1]);
}

function wholeSecond(instantMs: number): number {
  return Math.floor(instantMs / 1000) * 1000;
}

function weightedPicker(demands: readonly Demand[], random: SeededRandom): () => Demand {
  const asked = demands.filter((demand) => demand.weight > 0);
  let total = 0;
  const upTo = asked.map((demand) => (total += demand.weight));
  return () => {
    const drawn = random.fraction() * total;
    const found = asked[upTo.findIndex((sum) => sum > drawn)];
    if (!found) throw new Error("Nothing is asked for at this site.");
    return found;
  };
}
