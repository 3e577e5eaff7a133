import { PlanOverview } from "@tallyroom/schema/operations/plan-overview.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { weeksOfMonth } from "#lib/shared/text/calendar-month.ts";
import type { PlanDesk } from "./plan-desk.svelte.ts";

const ask = (warehouseId: string, from: string, to: string) =>
  api.query(PlanOverview, { warehouseId, from, to });

/** A month of the calendar, what is late and what comes next. */
export class PlanOverviewReading {
  #shown = $state<string>();
  #chosen = $state<string>();
  readonly reading: Reading<Awaited<ReturnType<typeof ask>>>;
  readonly month = $derived.by(() => this.#shown ?? this.desk.plan?.today ?? "");
  readonly weeks = $derived(this.month ? weeksOfMonth(this.month) : []);
  readonly plan = $derived.by(() => this.reading.answer?.plan);
  readonly byDay = $derived.by(
    () => new Map(this.plan?.calendar.map((each) => [each.day, each] as const)),
  );
  /** What the longest bar stands for. */
  readonly most = $derived.by(() => this.#mostLines());

  constructor(private readonly desk: PlanDesk) {
    this.reading = new Reading(() => {
      const warehouse = currentWarehouse.value;
      void desk.changes;
      const from = this.weeks[0]?.[0];
      const to = this.weeks.at(-1)?.at(-1);
      return warehouse && from && to ? ask(warehouse.id, from, to) : undefined;
    });
  }

  show(month: string) {
    this.#shown = month;
  }

  /** The one somebody chose; else the first that is too full, if it can be helped; else today. */
  get chosenDay(): string {
    const full = this.plan?.calendar.filter(({ overBy }) => overBy > 0) ?? [];
    const toHelp = full.find(({ offer }) => offer !== null) ?? full[0];
    return this.#chosen ?? toHelp?.day ?? this.desk.plan?.today ?? "";
  }

  set chosenDay(day: string) {
    this.#chosen = day;
  }

  #mostLines(): number {
    const limit = this.desk.plan?.policy.linesADay ?? 0;
    const days = this.plan?.calendar ?? [];
    const loads = days.map((day) => day.linesCounted + day.linesLeft + day.linesPlanned);
    return Math.max(limit * 1.18, ...loads);
  }
}
