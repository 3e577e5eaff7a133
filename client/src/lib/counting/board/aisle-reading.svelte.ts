import { HallAisle } from "@tallyroom/schema/operations/hall.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { patiently } from "#lib/shared/api/patiently.ts";
import { asProblem, type Problem } from "#lib/shared/api/problem.ts";
import type { HallState } from "./hall-state.svelte.ts";
import type { Bin } from "./hall.ts";

/**
 * The bins of the aisle that somebody looks into, read anew with each reading of the hall. Call while a
 * component starts.
 */
export class AisleReading {
  bins = $state.raw<readonly Bin[]>();

  constructor(floor: HallState, aisleId: () => string | undefined) {
    let shownId: string | undefined;
    $effect(() => {
      void floor.hall;
      const id = aisleId();
      if (id !== shownId) this.bins = undefined;
      shownId = id;
      if (id === undefined) return;
      let isWanted = true;
      void this.#read(floor, id, () => isWanted);
      return () => (isWanted = false);
    });
  }

  async #read({ desk, reading }: HallState, aisleId: string, isWanted: () => boolean) {
    const { seesValue } = desk.sight;
    const ask = () => api.query(HallAisle, { sessionId: desk.sessionId, aisleId, seesValue });
    const onTrouble = (problem: Problem) => (reading.problem = problem);
    try {
      const answer = await patiently(ask, isWanted, { onTrouble });
      if (isWanted()) this.bins = answer?.countSession?.bins;
    } catch (thrown) {
      if (isWanted()) onTrouble(asProblem(thrown));
    }
  }
}
