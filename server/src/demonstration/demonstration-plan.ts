import { classifyByUsage } from "./classify-by-usage.ts";
import { assignIdentities, type PlannedMove } from "./assign-identities.ts";
import type { DemonstrationCatalogue } from "./demonstration-catalogue.ts";
import { administratorEmail, supervisorEmail } from "./demonstration-accounts.ts";
import { demandWeights } from "./demand-profile.ts";
import { IdentityPool, type PlannedLot, type PlannedSerialUnit } from "./identity-pool.ts";
import { onTheRoadMs, planArrivals, planIncidents, planSendings } from "./plan-incidents.ts";
import { planItems, type PlannedItem, type PlannedUnit, units } from "./plan-items.ts";
import { demandsOf, planMainShelves } from "./plan-main-site.ts";
import { planOutletShelves } from "./plan-outlet-site.ts";
import {
  mainWarehouse,
  outletStore,
  planMainPlaces,
  planOutletPlaces,
  type PlannedPlace,
} from "./plan-places.ts";
import { recordMovements, type RecordingDesk } from "./record-late.ts";
import { SeededRandom } from "./seeded-random.ts";
import type { Movement, Shelf } from "./shelf.ts";
import { simulateBackwards } from "./simulate-backwards.ts";
import { planWaves, type SiteCalendar, type Wave } from "./working-waves.ts";

export interface DemonstrationPlan {
  units: readonly PlannedUnit[];
  warehouses: { code: string; name: string; timeZone: string; currency: string }[];
  places: PlannedPlace[];
  items: PlannedItem[];
  lots: PlannedLot[];
  serialUnits: PlannedSerialUnit[];
  /** In the order in which they reach the ledger. */
  moves: PlannedMove[];
  startsAt: string;
}

const historyDays = 120;

const mainCalendar: SiteCalendar = {
  timeZone: mainWarehouse.timeZone,
  weekday: { from: 6 * 60, to: 17 * 60 },
  saturday: { from: 7 * 60, to: 12 * 60 },
  saturdayChance: 0.4,
  waveMinutes: { older: 165, lately: 30 },
};

const outletCalendar: SiteCalendar = {
  timeZone: outletStore.timeZone,
  weekday: { from: 9 * 60, to: 19 * 60 },
  saturday: { from: 9 * 60, to: 18 * 60 },
  saturdayChance: 1,
  waveMinutes: { older: 150, lately: 100 },
};

/** The whole demonstration as rows; the same seed and the same instant make the same rows. */
export function planDemonstration(input: {
  catalogue: DemonstrationCatalogue;
  now: Date;
  seed: string;
}): DemonstrationPlan {
  const { catalogue, now, seed } = input;
  const randomFor = (concern: string) => new SeededRandom(`${seed} ${concern}`);
  const span = { now, days: historyDays };

  const plannedItems = planItems(catalogue.items, randomFor("items"));
  const items = new Map(plannedItems.map((item) => [item.sku, item]));
  const stockedSkus = new Set(catalogue.stock.map(({ sku }) => sku));
  const weights = demandWeights(
    plannedItems.filter(({ sku }) => stockedSkus.has(sku)),
    randomFor("demand"),
  );
  const places = { main: planMainPlaces(catalogue.places), outlet: planOutletPlaces() };
  const waves = {
    main: planWaves(mainCalendar, span, randomFor("main calendar")),
    outlet: planWaves(outletCalendar, span, randomFor("outlet calendar")),
  };

  const outletShelves = planOutletShelves(
    plannedItems,
    stockedSkus,
    places.outlet,
    randomFor("outlet shelves"),
  );
  const outletMovements = simulateBackwards(
    {
      waves: waves.outlet,
      demands: demandsOf(outletShelves, items, weights),
      incidents: [],
      ordersPerHour: 1.25,
      mostLinesPerOrder: 3,
      orderSeries: "POS",
      refill: "MAIN_WAREHOUSE",
      refillsSinceMs: firstOf(waves.main).endMs + onTheRoadMs + 1,
    },
    randomFor("outlet work"),
  );

  const mainShelves = planMainShelves(catalogue.stock, items, randomFor("main shelves"));
  const setAside = planIncidents(mainShelves, items, waves.main, randomFor("incidents"));
  const arrived = planArrivals(mainShelves, items, waves.main, randomFor("arrivals"));
  const mainDemands = demandsOf(mainShelves, items, weights);
  const sendings = planSendings(outletMovements, mainDemands, waves.main);
  const mainMovements = simulateBackwards(
    {
      waves: waves.main,
      demands: mainDemands,
      incidents: [...setAside.incidents, ...arrived.incidents, ...sendings],
      ordersPerHour: 3.3,
      mostLinesPerOrder: 6,
      orderSeries: "SO",
      refill: "SUPPLIERS",
      refillsSinceMs: 0,
    },
    randomFor("main work"),
  );

  const isBulk = ({ sku }: Shelf) => items.get(sku)?.tracking === "BULK";
  const recordings = [
    ...recordMovements(
      [...openings(mainShelves, waves.main), ...mainMovements.reverse()],
      deskOf(waves.main, [supervisorEmail, supervisorEmail, administratorEmail], {
        issues: 46,
        receipts: 12,
      }),
      isBulk,
      randomFor("late papers"),
    ),
    ...recordMovements(
      [...openings(outletShelves, waves.outlet), ...outletMovements.reverse()],
      deskOf(waves.outlet, [administratorEmail], { issues: 0, receipts: 0 }),
      isBulk,
      randomFor("late papers of the outlet"),
    ),
  ];
  const pool = new IdentityPool(now, randomFor("lots"));
  const moves = assignIdentities(recordings, items, pool).sort(byRecording);

  return {
    units,
    warehouses: [mainWarehouse, outletStore],
    places: [...places.main, ...places.outlet],
    items: assortments(classifyByUsage(plannedItems, moves), moves),
    lots: pool.lots,
    serialUnits: pool.serialUnits,
    moves,
    startsAt: moves[0]?.effectiveAt ?? now.toISOString(),
  };
}

/** What the simulation found on each shelf when it reached the first morning. */
function openings(shelves: readonly Shelf[], waves: readonly Wave[]): Movement[] {
  const paper = { series: "OPENING", reasonCode: null } as const;
  const effectiveMs = firstOf(waves).startMs - 45 * 60_000;
  return shelves
    .filter((shelf) => shelf.quantity > 0)
    .map((to) => ({
      kind: "RECEIPT",
      from: null,
      to,
      quantity: to.quantity,
      effectiveMs,
      waveIndex: 0,
      paper,
    }));
}

function firstOf(waves: readonly Wave[]): Wave {
  const first = waves[0];
  if (!first) throw new Error("There was no work at all.");
  return first;
}

function deskOf(
  waves: readonly Wave[],
  recorders: readonly string[],
  late: { issues: number; receipts: number },
): RecordingDesk {
  return {
    waves,
    recorderOf: (wave) => recorders[wave.index % recorders.length] ?? administratorEmail,
    lateIssues: late.issues,
    lateReceipts: late.receipts,
  };
}

/** Instants compare as text because all of them are written the same way. */
function byRecording(left: PlannedMove, right: PlannedMove): number {
  if (left.recordedAt !== right.recordedAt) return left.recordedAt < right.recordedAt ? -1 : 1;
  if (left.effectiveAt === right.effectiveAt) return 0;
  return left.effectiveAt < right.effectiveAt ? -1 : 1;
}

/** An item belongs to the warehouses where it ever was, and to the main one in any case. */
function assortments(items: readonly PlannedItem[], moves: readonly PlannedMove[]): PlannedItem[] {
  const atOutlet = new Set(
    moves.filter((move) => move.warehouseCode === outletStore.code).map((move) => move.sku),
  );
  return items.map((item) => ({
    ...item,
    warehouseCodes: [mainWarehouse.code, ...(atOutlet.has(item.sku) ? [outletStore.code] : [])],
  }));
}
