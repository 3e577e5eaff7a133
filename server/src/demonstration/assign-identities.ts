import type { IdentityPool } from "./identity-pool.ts";
import { type Portion } from "./identity-pool.ts";
import type { PlannedItem } from "./plan-items.ts";
import type { Movement, Paper, QuantStatus, Shelf } from "./shelf.ts";

export interface PlannedMove {
  warehouseCode: string;
  sku: string;
  locationCode: string;
  lotCode: string | null;
  status: QuantStatus;
  kind: Movement["kind"];
  /** Exact text: less goes out, more comes in. */
  quantity: string;
  serials: string[];
  effectiveAt: string;
  recordedAt: string;
  recordedBy: string;
  externalId: string;
  leg: 0 | 1;
  reference: string | null;
  reasonCode: string | null;
}

export interface Recording {
  movement: Movement;
  recordedMs: number;
  recordedBy: string;
}

/**
 * Forward through time: which lots and which serials each movement took. A movement over two lots
 * becomes two moves; between places it has two legs.
 */
export function assignIdentities(
  recordings: readonly Recording[],
  items: ReadonlyMap<string, PlannedItem>,
  pool: IdentityPool,
): PlannedMove[] {
  const inOrder = recordings.toSorted((a, b) => a.movement.effectiveMs - b.movement.effectiveMs);
  const references = numberPapers(inOrder.map(({ movement }) => movement.paper));
  const linesByPaper = new Map<Paper, number>();
  const sent = new Map<Paper, Portion[]>();

  return inOrder.flatMap((recording) => {
    const { movement } = recording;
    const { paper, from, to, quantity } = movement;
    const shelf = from ?? to;
    const item = shelf && items.get(shelf.sku);
    if (!item) throw new Error("A movement touches no item.");

    const portions = from
      ? pool.take(from, item, quantity, movement.effectiveMs)
      : (claim(sent, paper, item, quantity) ??
        pool.make(to, item, quantity, movement.effectiveMs, paper.series === "OPENING"));
    if (to) pool.put(to, portions);
    else if (paper.series === "TO") sent.set(paper, [...(sent.get(paper) ?? []), ...portions]);

    return portions.flatMap((portion) => {
      const line = (linesByPaper.get(paper) ?? 0) + 1;
      linesByPaper.set(paper, line);
      const number = references.get(paper) ?? "";
      const side = from && !to ? "-OUT" : "";
      const externalId = paper.series === "TO" ? `${number}${side}/${line}` : `${number}/${line}`;
      const reference = paper.series === "MOVE" ? null : number;
      return legsOf(recording, portion, { externalId, reference });
    });
  });
}

/** What was sent on this paper and has not been received yet. */
function claim(
  sent: Map<Paper, Portion[]>,
  paper: Paper,
  item: PlannedItem,
  quantity: number,
): Portion[] | null {
  const waiting = sent.get(paper);
  if (!waiting) return null;
  const claimed: Portion[] = [];
  let missing = quantity;
  for (const portion of waiting) {
    if (portion.sku !== item.sku || missing < portion.quantity) continue;
    claimed.push(portion);
    missing -= portion.quantity;
    if (missing === 0) break;
  }
  if (missing > 0) throw new Error(`More ${item.sku} was received than had been sent.`);
  sent.set(
    paper,
    waiting.filter((portion) => !claimed.includes(portion)),
  );
  return claimed;
}

function legsOf(
  { movement, recordedMs, recordedBy }: Recording,
  portion: Portion,
  names: { externalId: string; reference: string | null },
): PlannedMove[] {
  const leg = (shelf: Shelf, sign: 1 | -1, position: 0 | 1): PlannedMove => ({
    warehouseCode: shelf.warehouseCode,
    sku: shelf.sku,
    locationCode: shelf.locationCode,
    lotCode: portion.lotCode,
    status: shelf.status,
    kind: movement.kind,
    quantity: quantityText(sign * portion.quantity),
    serials: portion.serials,
    effectiveAt: new Date(movement.effectiveMs).toISOString(),
    recordedAt: new Date(recordedMs).toISOString(),
    recordedBy,
    ...names,
    leg: position,
    reasonCode: movement.paper.reasonCode,
  });
  const { from, to } = movement;
  if (from && to) return [leg(from, -1, 0), leg(to, 1, 1)];
  if (from) return [leg(from, -1, 0)];
  return to ? [leg(to, 1, 0)] : [];
}

export function quantityText(thousandths: number): string {
  const sign = thousandths < 0 ? "-" : "";
  const digits = String(Math.abs(thousandths)).padStart(4, "0");
  const fraction = digits.slice(-3).replace(/0+$/u, "");
  return `${sign}${digits.slice(0, -3)}${fraction && `.${fraction}`}`;
}

const firstNumbers: Record<Paper["series"], number> = {
  OPENING: 1,
  SO: 43_000,
  POS: 88_100,
  PO: 20_400,
  WO: 7_100,
  TO: 310,
  NCR: 140,
  MOVE: 5_000,
};

function numberPapers(papers: readonly Paper[]): Map<Paper, string> {
  const next = { ...firstNumbers };
  const references = new Map<Paper, string>();
  for (const paper of papers) {
    if (references.has(paper)) continue;
    references.set(paper, `${paper.series}-${next[paper.series]}`);
    next[paper.series] += 1;
  }
  return references;
}
