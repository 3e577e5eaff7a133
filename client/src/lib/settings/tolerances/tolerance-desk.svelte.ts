import { SaveToleranceSet } from "@tallyroom/schema/operations/save-tolerance-set.ts";
import { ToleranceSet } from "@tallyroom/schema/operations/tolerance-set.ts";
import { goto } from "$app/navigation";
import { page } from "$app/state";
import { tick } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";
import {
  asDraft,
  asInput,
  inOrder,
  isReady,
  isSame,
  type DraftRule,
  type LimitKind,
  type Side,
} from "./tolerance-rule.ts";

function takenOver(name: string, taken: number, left: number): string {
  const rules = (count: number) => `${count} ${count === 1 ? "rule" : "rules"}`;
  if (taken === 0) return `${name} has no rules that hold elsewhere.`;
  const rest = left === 0 ? "" : ` ${rules(left)} about its places stay behind.`;
  const draft = taken === 1 ? "is the draft: save it." : "are the draft: save them.";
  return `${rules(taken)} of ${name} ${draft}${rest}`;
}

const ask = (warehouseId: string, version: number | null) =>
  api.query(ToleranceSet, { warehouseId, version });

/** The tolerances of a warehouse: a version as it was saved, or the next one as it is typed. */
export class ToleranceDesk {
  readonly reading: Reading<Awaited<ReturnType<typeof ask>>>;
  readonly saving = new Changing();
  rejection = $state<string>();

  /** An older version that is looked at; null for the latest, which can be changed. */
  readonly version = $derived.by(() => {
    const named = Number(page.url.searchParams.get("version"));
    return Number.isSafeInteger(named) && named > 0 && named !== this.latest ? named : null;
  });
  readonly versions = $derived.by(() => this.reading.answer?.toleranceVersions ?? []);
  readonly latest = $derived.by(() => this.versions[0]?.version ?? 0);
  readonly saved = $derived.by(() => (this.reading.answer?.toleranceSet?.rules ?? []).map(asDraft));
  rules = $derived.by((): readonly DraftRule[] => this.saved);
  readonly isChanged = $derived.by(() => this.rules !== this.saved);
  readonly isReady = $derived.by(() => this.rules.every(isReady));
  readonly currency = $derived(currentWarehouse.value?.currency ?? "EUR");
  readonly mayChange = $derived(session.can("manage:options"));
  readonly isEditable = $derived.by(() => this.mayChange && this.version === null);

  constructor() {
    this.reading = new Reading(() => {
      const warehouse = currentWarehouse.value;
      return warehouse && ask(warehouse.id, this.#asked());
    });
  }

  async look(version: number | null) {
    const address = new URL(page.url.href);
    if (version === null || version === this.latest) address.searchParams.delete("version");
    else address.searchParams.set("version", String(version));
    this.rejection = undefined;
    await goto(address, { replace: true, reset: false });
  }

  /** What an older version says becomes the draft of the next one. */
  async reuse() {
    const rules = this.saved;
    const { version } = this;
    await this.look(null);
    // The address has made the page ask; this asks once more, and its answer is the last to come.
    await tick();
    await this.reading.again();
    this.rules = [...rules];
    toaster.say(`The rules of version ${version} are the draft of the next one: save them.`);
  }

  /** The rules of another warehouse as a draft, but for those about its places. */
  async takeOver(warehouseId: string, name: string) {
    const answer = await this.saving.run(() => ask(warehouseId, null));
    if (!answer) return;
    const rules = (answer.toleranceSet?.rules ?? []).map(asDraft);
    const taken = rules.filter(({ location }) => !location);
    if (taken.length > 0) this.rules = taken;
    toaster.say(takenOver(name, taken.length, rules.length - taken.length));
  }

  has = (rule: DraftRule) => this.rules.some((each) => isSame(each, rule));

  add(rule: DraftRule) {
    this.rules = inOrder([...this.rules, rule]);
  }

  remove(rule: DraftRule) {
    this.rules = this.rules.filter((each) => each !== rule);
  }

  setLimit(rule: DraftRule, kind: LimitKind, side: Side, text: string) {
    const limits = { ...rule.limits, [kind]: { ...rule.limits[kind], [side]: text } };
    this.rules = this.rules.map((each) => (each === rule ? { ...rule, limits } : each));
  }

  forget() {
    this.rejection = undefined;
    this.rules = this.saved;
  }

  async save() {
    this.rejection = undefined;
    const warehouseId = currentWarehouse.value?.id ?? "";
    const input = { warehouseId, basedOnVersion: this.latest, rules: this.rules.map(asInput) };
    const answer = await this.saving.run(() => api.mutate(SaveToleranceSet, { input }));
    if (!answer) return;
    const result = answer.saveToleranceSet;
    if (result.__typename === "SaveToleranceSetRejected") {
      this.rejection = result.message;
      return;
    }
    await this.reading.again();
    toaster.say(`Version ${result.set.version} is saved: counts that start from now on go by it.`);
  }

  /** From the address alone: what is asked for must not hang on the answer. */
  #asked(): number | null {
    const named = Number(page.url.searchParams.get("version"));
    return Number.isSafeInteger(named) && named > 0 ? named : null;
  }
}
