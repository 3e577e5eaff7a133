import { OptionSettings } from "@tallyroom/schema/operations/option-settings.ts";
import { SaveOption } from "@tallyroom/schema/operations/save-option.ts";
import { goto } from "$app/navigation";
import { page } from "$app/state";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";
import type { OptionValues } from "./counter-screen.ts";
import { asInput, isFound, plainValue, type OptionValue } from "./option-setting.ts";

/** The options of a warehouse or of the company, and the one that is looked at; all in the address. */
export class OptionDesk {
  readonly reading: Reading<Awaited<ReturnType<typeof ask>>>;
  readonly saving = new Changing();
  rejection = $state<string>();

  readonly isCompany = $derived(page.url.searchParams.get("of") === "company");
  readonly search = $derived(page.url.searchParams.get("search") ?? "");
  readonly code = $derived(page.url.searchParams.get("option"));
  readonly all = $derived.by(() => this.reading.answer?.optionSettings ?? []);
  readonly shown = $derived.by(() => this.all.filter((each) => isFound(each, this.search)));
  readonly chosen = $derived.by(() => this.all.find(({ code }) => code === this.code));
  readonly values = $derived.by((): OptionValues =>
    Object.fromEntries(this.all.map(({ code, value }) => [code, plainValue(value)])),
  );
  readonly currency = $derived(currentWarehouse.value?.currency ?? "EUR");
  readonly name = $derived(this.isCompany ? "the company" : (currentWarehouse.value?.name ?? ""));
  /** Why nothing can be changed here; nothing where it can. */
  readonly readOnlyBecause = $derived.by(() => {
    if (!session.can("manage:options"))
      return "You may read the options. To change them one needs “Change options, tolerances and reasons”.";
    if (this.isCompany && !session.viewer?.user.seesAllWarehouses)
      return "The company's values are changed by those who see every warehouse.";
    return undefined;
  });

  constructor() {
    this.reading = new Reading(() => {
      const warehouse = currentWarehouse.value;
      if (!this.isCompany && !warehouse) return undefined;
      return ask(this.isCompany ? null : (warehouse?.id ?? null));
    });
  }

  go(changes: { of?: string; search?: string; option?: string }) {
    const address = new URL(page.url.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    this.rejection = undefined;
    void goto(address, { replace: true, reset: false });
  }

  /** Null takes the value away: what was inherited is in force again. */
  async save(code: string, value: OptionValue | null): Promise<boolean> {
    this.rejection = undefined;
    const warehouseId = this.isCompany ? null : (currentWarehouse.value?.id ?? null);
    const input = { code, warehouseId, ...asInput(value) };
    const answer = await this.saving.run(() => api.mutate(SaveOption, { input }));
    if (!answer) return false;
    if (answer.saveOption.__typename === "SaveOptionRejected") {
      this.rejection = answer.saveOption.message;
      return false;
    }
    await this.reading.again();
    toaster.say(`Saved for ${this.name}: counts that start from now on go by it.`);
    return true;
  }
}

function ask(warehouseId: string | null) {
  return api.query(OptionSettings, { warehouseId });
}
