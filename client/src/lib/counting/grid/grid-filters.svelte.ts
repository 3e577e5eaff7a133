import { StockChoices } from "@tallyroom/schema/operations/stock-choices.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { noReason } from "../board-question.svelte.ts";
import { stateWords } from "../count-words.ts";
import type { GridDesk } from "./grid-desk.svelte.ts";

export interface GridFilter {
  key: "place" | "category" | "state" | "reason" | "item";
  title: string;
  value: string;
  choices: { value: string; label: string }[];
}

/** What the grid can be narrowed by, and what it is narrowed by. Make it while a component starts. */
export class GridFilters {
  #desk: () => GridDesk;
  #reading = new Reading(() => {
    const warehouseId = currentWarehouse.value?.id;
    return warehouseId ? api.query(StockChoices, { warehouseId }) : undefined;
  });

  readonly all: GridFilter[] = $derived.by(() => {
    const { question, reasons } = this.#desk();
    const { locations, categories = [] } = this.#reading.answer ?? {};
    const places = (locations?.nodes ?? []).map(({ id, code }) => ({ value: id, label: code }));
    const groups = categories.map(({ id, name }) => ({ value: id, label: name }));
    const states = Object.entries(stateWords).map(([value, { label }]) => ({ value, label }));
    const causes = [{ value: noReason, label: "none given" }, ...reasons.choices.slice(1)];
    const any = (choices: GridFilter["choices"]) => [{ value: "", label: "any" }, ...choices];
    return [
      { key: "place", title: "Zone", value: question.placeId, choices: any(places) },
      { key: "category", title: "Category", value: question.categoryId, choices: any(groups) },
      { key: "state", title: "State", value: question.state, choices: any(states) },
      { key: "reason", title: "Reason", value: question.reason, choices: any(causes) },
    ];
  });

  /** With the name of what was chosen; of a place or an item that no list has, its first line's. */
  readonly applied = $derived.by(() => {
    const { question, store } = this.#desk();
    const first = store.lineAt(0);
    const all = this.all.concat(
      question.itemId ? [{ key: "item", title: "Item", value: question.itemId, choices: [] }] : [],
    );
    return all
      .filter(({ value }) => value !== "")
      .map(({ key, title, value, choices }) => {
        const named = choices.find((choice) => choice.value === value)?.label;
        const shown = key === "item" ? first?.item.sku : key === "place" && first?.location.code;
        const isBin = key === "place" && !named;
        return { key, title: isBin ? "Location" : title, label: named ?? (shown || "…") };
      });
  });

  constructor(desk: () => GridDesk) {
    this.#desk = desk;
  }
}
