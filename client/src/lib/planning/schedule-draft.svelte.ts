import { RetireSchedule } from "@tallyroom/schema/operations/retire-schedule.ts";
import { SaveSchedule } from "@tallyroom/schema/operations/save-schedule.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import type { Named } from "#lib/shared/ui/named-search.svelte.ts";
import type { NamedItem } from "#lib/shared/ui/named-item.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import type { PlanDesk } from "./plan-desk.svelte.ts";
import type { Cadence, Choice, Schedule } from "./plan-words.ts";

const count = (text: string) => (/^\d{1,6}$/u.test(text.trim()) ? Number(text) : null);

/** A schedule as somebody fills it in. */
export class ScheduleDraft {
  name = $state("");
  cadence = $state<Cadence>("MONTHLY");
  days = $state("14");
  startsOn = $state("");
  leadDays = $state("0");
  choice = $state<Choice>("PLACES");
  lots = $state("50");
  abcClass = $state("");
  categoryId = $state("");
  supplierId = $state("");
  places = $state.raw<readonly Named[]>([]);
  items = $state.raw<readonly NamedItem[]>([]);
  blind = $state<"option" | "blind" | "open">("option");
  ownerId = $state("");
  assigneeIds = $state.raw<readonly string[]>([]);
  notes = $state("");
  startsByItself = $state(true);
  rejection = $state<string>();
  readonly id: string | undefined;

  constructor(
    private readonly desk: PlanDesk,
    schedule: Schedule | undefined,
    ownId: string,
  ) {
    this.id = schedule?.id;
    this.startsOn = schedule?.startsOn ?? desk.plan?.today ?? "";
    this.ownerId = schedule?.owner?.id ?? ownId;
    if (schedule) this.#take(schedule);
  }

  #take(schedule: Schedule) {
    const { scope } = schedule;
    this.name = schedule.name;
    this.cadence = schedule.cadence;
    this.days = String(schedule.cadenceDays ?? 14);
    this.leadDays = String(schedule.leadDays);
    this.choice = schedule.choice;
    this.lots = String(scope.lotsToCount ?? 50);
    this.abcClass = scope.abcClass ?? "";
    this.categoryId = scope.category?.id ?? "";
    this.supplierId = scope.supplier?.id ?? "";
    this.places = scope.locations;
    this.items = scope.items;
    this.blind = schedule.isBlind === null ? "option" : schedule.isBlind ? "blind" : "open";
    this.assigneeIds = schedule.assignees.map(({ id }) => id);
    this.notes = schedule.notes ?? "";
    this.startsByItself = schedule.startsByItself;
  }

  /** Why it cannot be saved yet. */
  get missing(): string | undefined {
    if (!this.name.trim()) return "Give it a name.";
    if (this.cadence === "EVERY_N_DAYS" && !count(this.days)) return "Say every how many days.";
    if (!this.startsOn) return "Say from which day on.";
    if (this.choice !== "PLACES" && !count(this.lots)) return "Say how many lots.";
    return undefined;
  }

  async save(): Promise<boolean> {
    this.rejection = undefined;
    const input = {
      warehouseId: currentWarehouse.value?.id ?? "",
      scheduleId: this.id ?? null,
      name: this.name.trim(),
      cadence: this.cadence,
      cadenceDays: this.cadence === "EVERY_N_DAYS" ? count(this.days) : null,
      startsOn: this.startsOn,
      leadDays: count(this.leadDays) ?? 0,
      choice: this.choice,
      scope: {
        locationIds: this.places.map(({ id }) => id),
        itemIds: this.items.map(({ id }) => id),
        categoryId: this.categoryId || null,
        supplierId: this.supplierId || null,
        abcClass: this.abcClass || null,
        lotsToCount: this.choice === "PLACES" ? null : count(this.lots),
      },
      isBlind: this.blind === "option" ? null : this.blind === "blind",
      assigneeIds: [...this.assigneeIds],
      notes: this.notes.trim() || null,
      startsByItself: this.startsByItself,
      ownerId: this.ownerId || null,
    };
    const answer = await this.desk.run(() => api.mutate(SaveSchedule, { input }));
    if (!answer) return false;
    if (answer.saveSchedule.__typename === "SaveScheduleRejected") {
      this.rejection = answer.saveSchedule.message;
      return false;
    }
    await this.desk.changed(`${input.name} is planned.`);
    return true;
  }

  async retire(): Promise<boolean> {
    const scheduleId = this.id ?? "";
    const answer = await this.desk.run(() => api.mutate(RetireSchedule, { input: { scheduleId } }));
    if (answer) await this.desk.changed(`${this.name} makes no more counts.`);
    return answer !== undefined;
  }
}
