import type { Db } from "../../database/db.ts";
import type { AskedObservation } from "../domain/asked-observation.ts";
import { lineKey } from "../domain/asked-observation.ts";
import { foldLine, sharingPolicyOf, type FoldedLine } from "../domain/fold-line.ts";
import { isCountedByPiece } from "../domain/reject-observation.ts";
import type { SessionRow } from "../domain/rows.ts";
import { entriesOfRound } from "../domain/rounds-of-line.ts";
import { standingByLine } from "../domain/standing-by-line.ts";
import { readObservationFacts, type StoredFacts } from "./read-observation-facts.ts";

export interface Looks {
  facts: StoredFacts;
  /** By the line's id; a line that nobody visited is folded, too. */
  folded: ReadonlyMap<number, FoldedLine>;
}

/** What everybody's entries say of lines of a session, each look for itself, of the round that stands. */
export async function readLooks(
  db: Db,
  session: SessionRow,
  lineIds: readonly number[],
): Promise<Looks> {
  const facts = await readObservationFacts(db, session, session.createdAt, lineIds.map(naming));
  const standing = standingByLine(facts.standing, []);
  const folded = [...facts.lines.values()].map((line) => {
    const item = facts.items.get(line.itemId);
    const entries = entriesOfRound(standing.get(lineKey(line)) ?? [], line.standingRound);
    const byPiece = item !== undefined && isCountedByPiece(item);
    return [line.id, foldLine(entries, byPiece, sharingPolicyOf(facts.options))] as const;
  });
  return { facts, folded: new Map(folded) };
}

/** An entry that says nothing but which line is meant. */
const naming = (lineId: number): AskedObservation => ({
  ...{ externalId: "", actorId: "", isSupervisor: false, mode: "ADD", fingerprint: "" },
  ...{ lineId, itemId: undefined, locationId: undefined, lotCode: null, stockStatus: "AVAILABLE" },
  ...{ rawScan: null, quantity: null, unitCode: null, serials: [], reason: null, note: null },
  ...{ voids: null, deviceId: null },
  time: { source: "WRITTEN", claimedAt: new Date(0), clockOffsetMs: null },
});
