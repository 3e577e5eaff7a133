import { SavePlanningPolicy } from "@tallyroom/schema/operations/save-planning-policy.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import type { PlanDesk } from "./plan-desk.svelte.ts";
import type { Policy, Trigger } from "./plan-words.ts";

const whole = (text: string) => (/^\d{1,6}$/u.test(text.trim()) ? Number(text) : null);

/** Days of work, load and what sets off a count, as somebody fills them in. */
export class PolicyDraft {
  workDays = $state.raw<readonly number[]>([]);
  linesADay = $state("");
  windowDays = $state("");
  runsAt = $state("");
  triggers = $state.raw<readonly Trigger[]>([]);
  accuracyBelow = $state("");
  holidays = $state.raw<readonly { day: string; name: string }[]>([]);
  rejection = $state<string>();
  #saved = $state("");
  readonly isChanged = $derived(JSON.stringify(this.#input) !== this.#saved);

  constructor(
    private readonly desk: PlanDesk,
    policy: Policy,
  ) {
    this.#take(policy);
  }

  #take(policy: Policy) {
    this.workDays = policy.workDays;
    this.linesADay = policy.linesADay === null ? "" : String(policy.linesADay);
    this.windowDays = String(policy.windowDays);
    this.runsAt = policy.runsAt;
    this.triggers = policy.triggers;
    this.accuracyBelow = policy.accuracyBelow ?? "";
    this.holidays = policy.holidays;
    this.#saved = JSON.stringify(this.#input);
  }

  get #input() {
    return {
      workDays: [...this.workDays].sort(),
      linesADay: this.linesADay.trim() === "" ? null : (whole(this.linesADay) ?? 0),
      windowDays: whole(this.windowDays) ?? -1,
      runsAt: this.runsAt.trim(),
      triggers: [...this.triggers],
      accuracyBelow: this.accuracyBelow.trim() || null,
      holidays: this.holidays.map(({ day, name }) => ({ day, name })),
    };
  }

  toggleDay(day: number) {
    this.workDays = this.workDays.includes(day)
      ? this.workDays.filter((each) => each !== day)
      : [...this.workDays, day];
  }

  toggleTrigger(trigger: Trigger) {
    this.triggers = this.triggers.includes(trigger)
      ? this.triggers.filter((each) => each !== trigger)
      : [...this.triggers, trigger];
  }

  close(day: string, name: string) {
    const others = this.holidays.filter((each) => each.day !== day);
    this.holidays = [...others, { day, name }].sort((one, other) => (one.day < other.day ? -1 : 1));
  }

  open(day: string) {
    this.holidays = this.holidays.filter((each) => each.day !== day);
  }

  async save() {
    this.rejection = undefined;
    const warehouseId = currentWarehouse.value?.id ?? "";
    const input = { warehouseId, ...this.#input };
    const answer = await this.desk.run(() => api.mutate(SavePlanningPolicy, { input }));
    const said = answer?.savePlanningPolicy;
    if (said?.__typename === "SavePlanningPolicyRejected") this.rejection = said.message;
    if (said?.__typename !== "PlanningPolicySaved") return;
    this.#take(said.policy);
    await this.desk.changed("The plan goes by these days from now on.");
  }
}
