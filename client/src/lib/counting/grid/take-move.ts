import { RecordInvestigation } from "@tallyroom/schema/operations/record-investigation.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import type { GridDesk } from "./grid-desk.svelte.ts";
import { lineIdsOf, type LocationMove } from "./location-moves.svelte.ts";

const wrongPlace = "SCANNED_TO_WRONG_PLACE";

/** Says of both halves that it only stood in the wrong place; answers with what was refused. */
export async function takeMove(desk: GridDesk, move: LocationMove): Promise<string[]> {
  const refusals: string[] = [];
  for (const lineId of lineIdsOf(move)) {
    const latest = await desk.latestRevision(lineId);
    const input = {
      lineId,
      basedOnRevision: latest?.revision ?? 0,
      reasonCode: wrongPlace,
      notes: latest?.notes ?? null,
      fix: "MOVED_TO_RIGHT_PLACE" as const,
    };
    const { recordInvestigation: said } = await api.mutate(RecordInvestigation, { input });
    if (said.__typename === "RecordInvestigationRejected") refusals.push(said.message);
    else desk.store.amend(lineId, { investigation: said.line.investigation ?? [] });
  }
  return refusals;
}
