import { CountOptions } from "@tallyroom/schema/operations/count-options.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { display } from "#lib/shared/look/display.svelte.ts";
import { currentWarehouse } from "./current-warehouse.svelte.ts";
import { session } from "./session.svelte.ts";

type Option = { code: string; isOn: boolean | null; text: string | null; number: number | null };

/** What the current warehouse has chosen of the numbered options. */
class WarehouseOptions {
  #options = $state.raw<readonly Option[]>();
  /** False until it is known what was chosen, or known that nobody can be asked. */
  isSettled = $state(false);

  /** Call while a component starts; it holds for the warehouse that is looked at. */
  follow() {
    const reading = new Reading(() => {
      const warehouse = currentWarehouse.value;
      if (!warehouse || !session.can("view:stock-count")) return undefined;
      return api.query(CountOptions, { warehouseId: warehouse.id });
    });
    $effect(() => {
      if (reading.answer) this.#options = reading.answer.countOptions;
      const isAsked = currentWarehouse.value !== undefined && session.can("view:stock-count");
      this.isSettled = !isAsked || reading.answer !== undefined || reading.problem !== undefined;
      display.usualPalette = this.isOn("529") ? "529" : "default";
    });
  }

  isOn(code: string): boolean {
    return this.#options?.find((option) => option.code === code)?.isOn ?? false;
  }

  number(code: string): number | undefined {
    return this.#options?.find((option) => option.code === code)?.number ?? undefined;
  }

  text(code: string): string | undefined {
    return this.#options?.find((option) => option.code === code)?.text ?? undefined;
  }
}

export const warehouseOptions = new WarehouseOptions();
