import { GenerateCounts } from "@tallyroom/schema/operations/generate-counts.ts";
import { MovePlannedCounts } from "@tallyroom/schema/operations/move-planned-counts.ts";
import { Plan } from "@tallyroom/schema/operations/plan.ts";
import { getContext, setContext } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";
import { countsWords, linesWords, shortDay, type CalendarDay } from "./plan-words.ts";

const key = Symbol("the plan on this desk");
const ask = (warehouseId: string) => api.query(Plan, { warehouseId });

type Places = { scheduleId: string; locationId?: string | null }[];

/** The plan of a warehouse, and what its pages share. */
export class PlanDesk {
  readonly reading: Reading<Awaited<ReturnType<typeof ask>>>;
  readonly changing = new Changing();
  rejection = $state<string>();
  /** Grows with each change: pages that have read more ask again. */
  changes = $state(0);
  readonly plan = $derived.by(() => this.reading.answer?.plan);

  /** Call while a component starts: pages within it find this desk by `onThisPlan`. */
  constructor() {
    this.reading = new Reading(() => {
      const warehouse = currentWarehouse.value;
      return warehouse && ask(warehouse.id);
    });
    setContext(key, this);
  }

  /** Makes counts of all that is due, or of the places that are ticked. */
  async generate(places: Places | null) {
    const warehouseId = currentWarehouse.value?.id ?? "";
    const answer = await this.run(() =>
      api.mutate(GenerateCounts, { input: { warehouseId, places } }),
    );
    if (!answer) return;
    const { sessions, lines } = answer.generateCounts;
    await this.changed(
      sessions.length === 0
        ? "Nothing was left to make: it is all being counted."
        : `${countsWords(sessions.length)} made, ${linesWords(lines)}.`,
    );
  }

  async move({ offer }: CalendarDay) {
    const warehouseId = currentWarehouse.value?.id ?? "";
    if (!offer) return;
    const counts = offer.counts.map(({ scheduleId, dueOn, location }) => ({
      ...{ scheduleId, dueOn, locationId: location?.id ?? null },
    }));
    const answer = await this.run(() =>
      api.mutate(MovePlannedCounts, { input: { warehouseId, counts, to: offer.to } }),
    );
    if (answer?.movePlannedCounts.__typename === "MovePlannedCountsRejected")
      this.rejection = answer.movePlannedCounts.message;
    else if (answer)
      await this.changed(
        `${linesWords(offer.lines)} moved to ${shortDay(offer.to, this.plan?.today ?? "")}.`,
      );
  }

  run<Answer>(change: () => Promise<Answer>): Promise<Answer | undefined> {
    this.rejection = undefined;
    return this.changing.run(change);
  }

  async changed(said: string) {
    toaster.say(said);
    this.changes += 1;
    await this.reading.again();
  }
}

export function onThisPlan(): PlanDesk {
  return getContext<PlanDesk>(key);
}
