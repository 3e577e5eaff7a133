import { describe, expect, it } from "vitest";
import { readDemonstrationCatalogue } from "./demonstration-catalogue.ts";
import { type DemonstrationPlan, planDemonstration } from "./demonstration-plan.ts";
import { gtinCheckDigit } from "../catalogue/domain/gtin.ts";
import type { PlannedMove } from "./assign-identities.ts";

const catalogue = readDemonstrationCatalogue();
const now = new Date("2026-11-20T12:32:08.000Z");
const dayMs = 86_400_000;
const planAt = (instant: Date, seed = "tallyroom") =>
  planDemonstration({ catalogue, now: instant, seed });
const plan = planAt(now);

describe("the demonstration plan", () => {
  it("is the same for the same seed and instant", () => {
    expect(planAt(now)).toEqual(plan);
  });

  it("is another one for another seed", () => {
    expect(planAt(now, "another").moves).not.toEqual(plan.moves);
  });

  it.each([
    ["in the middle of a working day", now],
    ["on a Sunday night", new Date("2026-08-02T22:41:00.000Z")],
    ["across the end of summer time", new Date("2027-01-15T06:10:00.000Z")],
    ["across the start of summer time", new Date("2027-05-03T17:59:59.999Z")],
    ["on the first minutes of a Monday", new Date("2028-02-28T05:04:00.000Z")],
  ])("never has less than nothing anywhere, made %s", (_when, instant) => {
    const { moves } = planAt(instant);
    const byEffect = moves.toSorted(
      (a, b) => Date.parse(a.effectiveAt) - Date.parse(b.effectiveAt),
    );
    expect(lowestQuantity(moves)).toBeGreaterThanOrEqual(0);
    expect(lowestQuantity(byEffect)).toBeGreaterThanOrEqual(0);
    expect(moves.every((move) => Date.parse(move.recordedAt) <= instant.getTime())).toBe(true);
    expect(moves.every((move) => move.effectiveAt <= move.recordedAt)).toBe(true);
  });

  it("ends with the stock of the source", () => {
    const atPlace = sumBy(inMain(plan), (move) => `${move.sku} ${move.locationCode}`);
    const equal = catalogue.stock.filter(
      ({ sku, locationCode, quantity }) =>
        (atPlace.get(`${sku} ${locationCode}`) ?? 0) === thousandths(quantity),
    );
    expect(equal.length / catalogue.stock.length).toBeGreaterThan(0.94);
    for (const { sku, locationCode, quantity } of catalogue.stock) {
      const difference = (atPlace.get(`${sku} ${locationCode}`) ?? 0) - thousandths(quantity);
      expect(Math.abs(difference)).toBeLessThanOrEqual(Math.max(60_000, thousandths(quantity) / 4));
    }
  });

  it("tells 120 days in 15,000 to 25,000 moves, in the order of recording", () => {
    expect(plan.moves.length).toBeGreaterThan(15_000);
    expect(plan.moves.length).toBeLessThan(25_000);
    const days = (now.getTime() - Date.parse(plan.startsAt)) / dayMs;
    expect(days).toBeGreaterThan(117);
    expect(days).toBeLessThan(121);
    const recorded = plan.moves.map((move) => move.recordedAt);
    expect(recorded).toEqual(recorded.toSorted());
  });

  it("asks for its fast movers ten times as often as for its slow ones", () => {
    const issues = Map.groupBy(
      plan.moves.filter((move) => move.kind === "ISSUE"),
      (move) => move.sku,
    );
    const counts = [...issues.values()].map((moves) => moves.length).sort((a, b) => b - a);
    const decile = Math.floor(counts.length / 10);
    expect(mean(counts.slice(0, decile))).toBeGreaterThan(10 * mean(counts.slice(-decile)));
    expect(mean(counts.slice(0, decile))).toBeGreaterThan(10 * mean(counts.slice(-decile * 5)));
  });

  it("lets the outlet receive only what the main warehouse had sent", () => {
    // With this seed the outlet opens two days before the main warehouse does.
    const { moves } = planAt(new Date("2026-01-25T02:38:52.800Z"), "s2");
    const transfers = moves.filter((m) => m.reference?.startsWith("TO-") && m.kind !== "MOVE");
    const papers = Map.groupBy(transfers, (move) => `${move.reference} ${move.sku}`);
    const received = [...papers.values()].filter((p) => p.some((m) => m.kind === "RECEIPT"));
    expect(received.length).toBeGreaterThan(100);
    for (const paper of received) {
      const stillOnTheRoad = [...sumBy(paper, (move) => move.sku).values()];
      expect(stillOnTheRoad).toEqual([0]);
      expect(paper[0]).toMatchObject({ kind: "ISSUE", warehouseCode: "MAIN" });
    }
  });

  it("knows some moves only late", () => {
    const late = plan.moves.filter(
      (move) => Date.parse(move.recordedAt) - Date.parse(move.effectiveAt) > 3 * 3_600_000,
    );
    const usual = late.filter(
      (move) => move.reference !== "OPENING-1" && move.reference !== "OPENING-2",
    );
    expect(usual.filter((move) => move.kind === "ISSUE").length).toBeGreaterThanOrEqual(40);
    expect(usual.filter((move) => move.kind === "RECEIPT").length).toBeGreaterThanOrEqual(5);
    expect(usual.length).toBeLessThan(120);
  });

  it("names every move once", () => {
    const names = plan.moves.map(
      (m) => `${m.warehouseCode} ${m.recordedBy} ${m.externalId} ${m.leg}`,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("sets stock aside in every status", () => {
    const statuses = sumBy(plan.moves, (move) => move.status);
    for (const status of [
      "AVAILABLE",
      "RESERVED",
      "PICKED",
      "INSTALLED",
      "CONSIGNED",
      "UNAVAILABLE",
    ]) {
      expect(statuses.get(status)).toBeGreaterThan(0);
    }
  });
});

describe("its catalogue", () => {
  it("has right check digits on every GTIN, and claims nobody's number", () => {
    const gtins = plan.items.flatMap((item) => item.barcodes.filter((b) => b.kind === "GTIN"));
    for (const { code, packUnitCode } of gtins) {
      expect(code).toMatch(packUnitCode ? /^[1-8]20\d{11}$/u : /^20\d{11}$/u);
      expect(gtinCheckDigit(code.slice(0, -1))).toBe(code.at(-1));
    }
    expect(gtinCheckDigit("400638133393")).toBe("1");
    expect(gtinCheckDigit("400638133394")).not.toBe("1");
  });

  it("has no barcode twice", () => {
    const codes = plan.items.flatMap((item) => item.barcodes.map((barcode) => barcode.code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("gives every lot item lots, and lets some of them expire", () => {
    const stocked = new Set(plan.moves.map((move) => move.sku));
    const withLots = new Set(plan.lots.map((lot) => lot.sku));
    const lotItems = plan.items.filter((item) => item.tracking === "LOT" && stocked.has(item.sku));
    expect(lotItems.length).toBeGreaterThan(30);
    expect(lotItems.filter((item) => !withLots.has(item.sku))).toEqual([]);
    const misused = plan.moves.filter(
      (move) => (move.lotCode !== null) !== lotItems.some((item) => item.sku === move.sku),
    );
    expect(misused).toEqual([]);

    const onHand = sumBy(plan.moves, (move) => `${move.sku} ${move.lotCode}`);
    const lots = plan.lots.filter((lot) => (onHand.get(`${lot.sku} ${lot.code}`) ?? 0) > 0);
    const inDays = (days: number) =>
      new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);
    expect(lots.filter((lot) => lot.expiresOn < inDays(0)).length).toBeGreaterThanOrEqual(5);
    const soon = lots.filter((lot) => lot.expiresOn >= inDays(0) && lot.expiresOn < inDays(30));
    expect(soon.length).toBeGreaterThanOrEqual(5);
  });

  it("moves as many serials as pieces, each of them from where it stands", () => {
    const identified = new Set(
      plan.items.filter((item) => /SERIAL|RFID/u.test(item.tracking)).map((item) => item.sku),
    );
    const standsIn = new Map<string, string>();
    for (const move of plan.moves) {
      expect(move.serials.length * 1000).toBe(
        identified.has(move.sku) ? Math.abs(thousandths(move.quantity)) : 0,
      );
      for (const serial of move.serials) {
        const unit = `${move.sku} ${serial}`;
        if (move.quantity.startsWith("-")) {
          expect(standsIn.get(unit)).toBe(quantOf(move));
          standsIn.delete(unit);
        } else {
          expect(standsIn.has(unit)).toBe(false);
          standsIn.set(unit, quantOf(move));
        }
      }
    }
    expect(standsIn.size).toBeGreaterThan(4_000);
  });

  it("has amounts that need decimals, and packs of several units", () => {
    expect(plan.moves.some((move) => move.quantity.includes("."))).toBe(true);
    const factors = plan.items.flatMap((item) => item.packs.map((pack) => pack.factor));
    expect(factors).toEqual(expect.arrayContaining(["12", "24", "50"]));
  });

  it("leaves the cost of some stocked items open", () => {
    const stocked = new Set(catalogue.stock.map(({ sku }) => sku));
    const unknown = plan.items.filter((item) => item.unitCost === null && stocked.has(item.sku));
    expect(unknown.length).toBeGreaterThanOrEqual(10);
    expect(unknown.length).toBeLessThanOrEqual(30);
  });

  it("makes class A few and valuable", () => {
    const sizeOf = (abcClass: string) => plan.items.filter((i) => i.abcClass === abcClass).length;
    expect(sizeOf("A")).toBeGreaterThan(20);
    expect(sizeOf("A")).toBeLessThan(sizeOf("C"));
  });
});

function inMain({ moves }: DemonstrationPlan): PlannedMove[] {
  return moves.filter((move) => move.warehouseCode === "MAIN");
}

function quantOf(move: PlannedMove): string {
  const { warehouseCode, sku, locationCode, lotCode, status } = move;
  return [warehouseCode, sku, locationCode, lotCode, status].join(" ");
}

function lowestQuantity(moves: readonly PlannedMove[]): number {
  const onHand = new Map<string, number>();
  let lowest = 0;
  for (const move of moves) {
    const quantity = (onHand.get(quantOf(move)) ?? 0) + thousandths(move.quantity);
    onHand.set(quantOf(move), quantity);
    lowest = Math.min(lowest, quantity);
  }
  return lowest;
}

function sumBy(
  moves: readonly PlannedMove[],
  keyOf: (move: PlannedMove) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const move of moves) {
    sums.set(keyOf(move), (sums.get(keyOf(move)) ?? 0) + thousandths(move.quantity));
  }
  return sums;
}

function thousandths(quantity: string): number {
  return Math.round(Number(quantity) * 1000);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
