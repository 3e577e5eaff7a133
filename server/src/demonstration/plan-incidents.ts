import { issueSizeOf, thousandth } from "./demand-profile.ts";
import { specialPlaces } from "./plan-places.ts";
import type { PlannedItem } from "./plan-items.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { Movement, Paper, QuantStatus, Shelf } from "./shelf.ts";
import type { Demand, Incident } from "./simulate-backwards.ts";
import type { Wave } from "./working-waves.ts";

interface IncidentKind {
  count: number;
  status: QuantStatus;
  /** Null leaves it in its bin. */
  place: string | null;
  share: [number, number];
  mostPieces: number;
  withinDays: number;
  series: Paper["series"];
  reasonCode: string | null;
  skus?: RegExp;
}

const kinds: IncidentKind[] = [
  {
    count: 34,
    status: "RESERVED",
    place: null,
    share: [0.02, 0.12],
    mostPieces: 60,
    withinDays: 8,
    series: "SO",
    reasonCode: null,
  },
  {
    count: 14,
    status: "PICKED",
    place: specialPlaces.dispatch,
    share: [0.01, 0.06],
    mostPieces: 24,
    withinDays: 2,
    series: "SO",
    reasonCode: null,
  },
  {
    count: 10,
    status: "UNAVAILABLE",
    place: specialPlaces.review,
    share: [0.005, 0.03],
    mostPieces: 12,
    withinDays: 60,
    series: "NCR",
    reasonCode: "damage",
  },
  {
    count: 5,
    status: "UNAVAILABLE",
    place: null,
    share: [0.01, 0.04],
    mostPieces: 10,
    withinDays: 30,
    series: "NCR",
    reasonCode: "quality_hold",
  },
  {
    count: 3,
    status: "AVAILABLE",
    place: specialPlaces.discrepancies,
    share: [0.002, 0.01],
    mostPieces: 4,
    withinDays: 20,
    series: "NCR",
    reasonCode: "count_discrepancy",
  },
  {
    count: 6,
    status: "AVAILABLE",
    place: specialPlaces.toOutlet,
    share: [0.01, 0.05],
    mostPieces: 12,
    withinDays: 2,
    series: "TO",
    reasonCode: null,
    skus: /^(GL|SO|WB|LT|TT|SH-M|BK-M82)/u,
  },
  {
    count: 5,
    status: "INSTALLED",
    place: "FINA-60-LINE",
    share: [0.01, 0.05],
    mostPieces: 2,
    withinDays: 100,
    series: "WO",
    reasonCode: null,
    skus: /^(TL|RC|ST-1401|PU)/u,
  },
];

/** Stock set aside: taken from its shelf some days ago, and standing elsewhere or otherwise since. */
export function planIncidents(
  shelves: readonly Shelf[],
  items: ReadonlyMap<string, PlannedItem>,
  waves: readonly Wave[],
  random: SeededRandom,
): { incidents: Incident[]; shelves: Shelf[] } {
  const incidents: Incident[] = [];
  const untouched = new Set(
    shelves.filter((shelf) => !shelf.forgottenLot && shelf.quantity >= 6 * thousandth),
  );
  untouched.forEach((shelf) => {
    if (shelf.locationCode === specialPlaces.closedOff) untouched.delete(shelf);
  });
  for (const kind of kinds) {
    const fitting = [...untouched].filter(({ sku }) => kind.skus?.test(sku) ?? true);
    for (const from of random.pickSome(fitting, kind.count)) {
      const item = items.get(from.sku);
      if (!item) continue;
      untouched.delete(from);
      const quantity = quantityOf(kind, from, item, random);
      const to: Shelf = {
        ...from,
        locationCode: kind.place ?? from.locationCode,
        status: kind.status,
        quantity,
        capacity: Infinity,
      };
      from.quantity -= quantity;
      const paper: Paper = { series: kind.series, reasonCode: kind.reasonCode };
      incidents.push({
        waveIndex: waveWithin(kind.withinDays, waves, random),
        from,
        to,
        quantity,
        paper,
      });
    }
  }
  return { incidents, shelves: incidents.flatMap(({ to }) => to ?? []) };
}

/** Deliveries that still stand in goods in, and goods that belong to their supplier until used. */
export function planArrivals(
  shelves: readonly Shelf[],
  items: ReadonlyMap<string, PlannedItem>,
  waves: readonly Wave[],
  random: SeededRandom,
): { incidents: Incident[]; shelves: Shelf[] } {
  const bought = shelves.filter(
    ({ sku, forgottenLot }) => !forgottenLot && (items.get(sku)?.suppliers.length ?? 0) > 0,
  );
  const arrival = (near: Shelf, status: QuantStatus, place: string, days: number): Incident => {
    const pieces = random.integer(2, 8) * 6;
    const to: Shelf = {
      ...near,
      locationCode: place,
      status,
      quantity: pieces * thousandth,
      capacity: Infinity,
    };
    const paper: Paper = { series: "PO", reasonCode: null };
    const waveIndex = waveWithin(days, waves, random);
    return { waveIndex, from: null, to, quantity: to.quantity, paper };
  };
  const tires = bought.filter(({ sku }) => sku.startsWith("TI-"));
  const incidents = [
    ...random
      .pickSome(bought, 5)
      .map((near) => arrival(near, "AVAILABLE", specialPlaces.goodsIn, 1)),
    ...random.pickSome(tires, 5).map((near) => arrival(near, "CONSIGNED", near.locationCode, 50)),
  ];
  return { incidents, shelves: incidents.flatMap(({ to }) => to ?? []) };
}

/** From the dock of the main warehouse to the door of the outlet. */
export const onTheRoadMs = 14 * 3_600_000;

/** What the outlet received was sent by the main warehouse, on the same paper, a working day before. */
export function planSendings(
  outletMovements: readonly Movement[],
  mainDemands: readonly Demand[],
  mainWaves: readonly Wave[],
): Incident[] {
  const demandBySku = new Map(mainDemands.map((demand) => [demand.sku, demand]));
  return outletMovements.flatMap(({ kind, paper, to, quantity, effectiveMs }) => {
    if (kind !== "RECEIPT" || paper.series !== "TO" || !to) return [];
    const wave = mainWaves.findLast(({ endMs }) => endMs < effectiveMs - onTheRoadMs);
    const from = demandBySku.get(to.sku)?.shelves.at(-1);
    if (!wave || !from)
      throw new Error(`The outlet received ${to.sku}, which nobody can have sent.`);
    return [{ waveIndex: wave.index, from, to: null, quantity, paper }];
  });
}

function quantityOf(
  kind: IncidentKind,
  from: Shelf,
  item: PlannedItem,
  random: SeededRandom,
): number {
  const { step } = issueSizeOf(item);
  const share = Math.min(
    from.quantity * random.between(...kind.share),
    kind.mostPieces * thousandth,
  );
  const grain = item.unitCode === "EA" ? thousandth : step;
  return Math.max(1, Math.floor(share / grain)) * grain;
}

function waveWithin(days: number, waves: readonly Wave[], random: SeededRandom): number {
  const last = waves.at(-1);
  if (!last) throw new Error("There was no work at all.");
  const sinceMs = last.endMs - days * 86_400_000;
  return random.pick(waves.filter((wave) => wave.startMs >= sinceMs)).index;
}
