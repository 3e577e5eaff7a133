import { partsFor } from "../../shared/fields-asked.ts";
import type { ShownLineRow } from "../domain/rows.ts";
import { everyShownPart } from "../storage/line-columns.ts";

type Part = keyof ShownLineRow;

/** Everything that is done with a line begins with these. */
const keys: readonly Part[] = ["warehouseId", "id", "sessionId", "itemId", "locationId"];

/** What each field of a line is made of; one that does not stand here is given all. */
const partsOfField: Record<string, Part[]> = {
  id: [],
  item: [],
  location: [],
  pieces: [],
  earlierCounts: [],
  explanation: [],
  // What it is judged by is read for itself.
  toleranceVerdict: [],
  investigation: [],
  photos: [],
  lot: ["lotId"],
  counters: ["counterIds"],
  lineNumber: ["lineNumber"],
  origin: ["origin"],
  state: ["state"],
  // Whoever counts blind is not told of the changes that were the ledger's alone.
  version: ["version", "reevaluations"],
  quantityCounted: ["quantityCounted"],
  quantitySnapshot: ["quantitySnapshot"],
  quantityExpected: ["quantityExpected"],
  quantityVariance: ["quantityVariance"],
  valueVariance: ["valueVariance"],
  percentVariance: ["quantityCounted", "quantityExpected"],
  probableUnitSlip: ["quantityVariance"],
  isMovedDuringCount: ["isMovedDuringCount"],
  isTimeUncertain: ["isTimeUncertain"],
  isDisputed: ["isDisputed"],
  windowFirstAt: ["windowFirstAt"],
  windowLastAt: ["windowLastAt"],
  chosenBecause: ["chosenBecause"],
  round: ["round"],
  recountStatus: ["recountStatus"],
  // Each round is read for itself.
  rounds: [],
  recountAssignee: [],
  countedBefore: [],
};

export function linePartsFor(
  asked: ReadonlySet<string> | "everything" | null,
  isLatestRoundOnly: boolean,
): Part[] {
  if (asked === "everything") return everyShownPart;
  const inRound: Part[] = isLatestRoundOnly ? ["inRound"] : [];
  return [...new Set([...keys, ...inRound, ...partsFor(asked, partsOfField, everyShownPart)])];
}
