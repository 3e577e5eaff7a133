import { CountPreview } from "@tallyroom/schema/operations/count-preview.ts";
import { CreateCountSession } from "@tallyroom/schema/operations/create-count-session.ts";
import { SaveCountTemplate } from "@tallyroom/schema/operations/save-count-template.ts";
import { SaveSchedule } from "@tallyroom/schema/operations/save-schedule.ts";
import { StartCountSession } from "@tallyroom/schema/operations/start-count-session.ts";
import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse, type Warehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { warehouseOptions } from "#lib/shared/session/warehouse-options.svelte.ts";
import { instantAt } from "#lib/shared/text/instant-at.ts";
import { firstRepeat, repeatedChoice, type Repeat } from "./repeat.ts";
import { PlannedScope } from "./planned-scope.svelte.ts";

export type CloseOff = "RECONCILE" | "FLAG" | "WARN" | "DENY";

const hourMs = 3_600_000;
const closedHoursAtMost = 24;

/** A count being planned, and what it would cover. */
export class NewCount {
  readonly scope = new PlannedScope();
  title = $state("");
  notes = $state("");
  #isBlind = $state<boolean>();
  closeOff = $state<CloseOff>("RECONCILE");
  /** Also what another running count has: it is counted in both. */
  acceptsOverlap = $state(false);
  assigneeIds = $state.raw<readonly string[]>([]);
  /** A wall clock of the warehouse. */
  deadline = $state("");
  /** How often it is to be made again by itself. */
  repeat = $state<Repeat>("NEVER");
  rejection = $state<string>();

  readonly preview: Reading<{ asked: string; found: Awaited<ReturnType<typeof askPreview>> }>;
  readonly isComplete = $derived(this.scope.missing === undefined);
  /** What it would cover as it is planned now; an answer about another plan is none. */
  readonly covered = $derived.by(() => {
    const { answer } = this.preview;
    return this.isComplete && answer?.asked === this.#asked ? answer.found : undefined;
  });
  /** How many lines it would have. */
  readonly lineCount = $derived.by(() => {
    const { covered } = this;
    if (!covered) return 0;
    return covered.lineCount - (this.acceptsOverlap ? 0 : covered.countedElsewhereCount);
  });

  constructor() {
    this.preview = new Reading(() => {
      const warehouse = currentWarehouse.value;
      if (!warehouse || !this.isComplete) return undefined;
      const asked = this.#asked;
      const { countType, value: scope } = this.scope;
      const input = { warehouseId: warehouse.id, countType, scope };
      return askPreview(input).then((found) => ({ asked, found }));
    });
  }

  /** Until somebody chooses, what the warehouse usually does. */
  get isBlind(): boolean {
    return this.#isBlind ?? warehouseOptions.isOn("blindByDefault");
  }

  set isBlind(isBlind: boolean) {
    this.#isBlind = isBlind;
  }

  get suggestedTitle(): string {
    return this.scope.suggestedTitle;
  }

  get #asked(): string {
    return JSON.stringify([currentWarehouse.value?.id, this.scope.countType, this.scope.value]);
  }

  /** The instant it is due, where that is said. */
  get deadlineAt(): Date | undefined {
    const zone = currentWarehouse.value?.timeZone;
    return this.deadline && zone ? instantAt(this.deadline, zone) : undefined;
  }

  /** What a count and a template have in common. */
  get #settings() {
    const { countType, value: scope } = this.scope;
    return {
      ...{ countType, scope, isBlind: this.isBlind, notes: this.notes.trim() || null },
      assigneeIds: [...this.assigneeIds],
    };
  }

  /** Plans it, and begins it if asked; answers with its id, or says why not. */
  async create({ isStarting }: { isStarting: boolean }): Promise<string | undefined> {
    const warehouse = currentWarehouse.value;
    this.rejection = undefined;
    if (!warehouse || !this.isComplete) return undefined;
    const title = this.title.trim() || this.suggestedTitle;
    const deadlineAt = this.deadlineAt?.toISOString() ?? null;
    const input = { ...this.#settings, warehouseId: warehouse.id, title, deadlineAt };
    const { createCountSession: made } = await api.mutate(CreateCountSession, { input });
    if (made.__typename === "CreateCountSessionRejected") {
      this.rejection = made.message;
      return undefined;
    }
    const { id } = made.session;
    await this.#planRepeats(title, warehouse);
    if (!isStarting) return id;
    const { startCountSession: begun } = await api.mutate(StartCountSession, {
      input: {
        sessionId: id,
        overlap: this.acceptsOverlap ? "ACCEPT" : "EXCLUDE",
        ...this.#closeOffAt(title),
      },
    });
    // It is kept as a draft then, and its page says what it is.
    if (begun.__typename === "StartCountSessionRejected") this.rejection = begun.message;
    return id;
  }

  /** The same again and again: this count is the first of them, the next are made by the plan. */
  async #planRepeats(title: string, { id: warehouseId, timeZone }: Warehouse) {
    if (this.repeat === "NEVER") return;
    const { countType, scope, isBlind, notes, assigneeIds } = this.#settings;
    const input = {
      ...{ warehouseId, isBlind, notes, assigneeIds, name: title.slice(0, 150), scope },
      ...{ cadence: this.repeat, startsOn: firstRepeat(this.repeat, timeZone) },
      ...{ choice: repeatedChoice(countType), startsByItself: true },
    };
    const { saveSchedule: said } = await api.mutate(SaveSchedule, { input });
    if (said.__typename === "SaveScheduleRejected")
      this.rejection = `It is not repeated: ${said.message}`;
  }

  /** Keeps what is planned under a name; answers with why not. */
  async saveTemplate(name: string): Promise<string | undefined> {
    const warehouse = currentWarehouse.value;
    if (!warehouse) return undefined;
    const hours = this.deadlineAt && (this.deadlineAt.valueOf() - Date.now()) / hourMs;
    const deadlineAfterHours = hours && hours > 0 ? Math.ceil(hours) : null;
    const input = { ...this.#settings, warehouseId: warehouse.id, name, deadlineAfterHours };
    const { saveCountTemplate: said } = await api.mutate(SaveCountTemplate, { input });
    return said.__typename === "SaveCountTemplateRejected" ? said.message : undefined;
  }

  #closeOffAt(reason: string) {
    if (this.closeOff === "RECONCILE") return {};
    const latest = new Date(Date.now() + closedHoursAtMost * hourMs);
    const expiresAt = (this.deadlineAt ?? latest).toISOString();
    return { closeOff: { mode: this.closeOff, reason, expiresAt } };
  }
}

async function askPreview(input: VariablesOf<typeof CountPreview>["input"]) {
  const seesCost = session.can("view:cost");
  const seesValue = session.can("view:expected-quantity") && seesCost;
  return (await api.query(CountPreview, { input, seesValue, seesCost })).countPreview;
}
