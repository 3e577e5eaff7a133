import { MediaQuery } from "svelte/reactivity";
import { goto } from "$app/navigation";
import { page } from "$app/state";
import { warehouseOptions } from "#lib/shared/session/warehouse-options.svelte.ts";
import type { BoardSight } from "../board-sight.ts";
import type { LineOrder } from "../line-question.ts";

export interface GridColumn {
  id: ColumnId;
  title: string;
  /** In pixels; the one without takes what is left. */
  width?: number;
  isNumber?: boolean;
  order?: LineOrder;
  /** Left out where the window is narrow. */
  isRoomy?: boolean;
  /** Left out where a narrow window has a line open, which says the same. */
  isSpare?: boolean;
  sight?: keyof BoardSight;
  /** The number of the option that has it. */
  option?: string;
}

const columns = [
  { id: "item", title: "Item", width: 94, order: "ITEM" },
  { id: "description", title: "Description" },
  { id: "location", title: "Location", width: 100, order: "LOCATION" },
  { id: "lot", title: "Lot", width: 78, isRoomy: true },
  { id: "serial", title: "Serial", width: 88, isRoomy: true },
  { id: "serial2", title: "Serial2", width: 88, isRoomy: true, option: "290", sight: "seesBooks" },
  { id: "snapshot", title: "At start", width: 64, isNumber: true, sight: "seesBooks" },
  {
    id: "expected",
    title: "Expected",
    width: 74,
    isNumber: true,
    order: "QUANTITY_EXPECTED",
    sight: "seesBooks",
  },
  { id: "found", title: "Found", width: 76, isNumber: true, order: "QUANTITY_COUNTED" },
  {
    id: "variance",
    title: "Variance",
    width: 116,
    isNumber: true,
    order: "QUANTITY_VARIANCE",
    sight: "seesBooks",
  },
  { id: "percent", title: "%", width: 66, isNumber: true, isRoomy: true, sight: "seesBooks" },
  {
    id: "value",
    title: "Value",
    width: 92,
    isNumber: true,
    order: "VALUE_VARIANCE",
    sight: "seesValue",
  },
  { id: "tolerance", title: "Tol.", width: 56, isSpare: true, sight: "seesValue" },
  { id: "round", title: "Round", width: 56, isRoomy: true, sight: "seesBooks" },
  { id: "counters", title: "Counters", width: 96, isRoomy: true },
  { id: "reason", title: "Reason", width: 118, isSpare: true, sight: "seesBooks" },
  { id: "status", title: "Status", width: 116, isSpare: true },
] as const satisfies readonly (Omit<GridColumn, "id"> & { id: string })[];

export type ColumnId = (typeof columns)[number]["id"];

const storageKey = "tallyroom.grid-columns";
const hiddenAtFirst: readonly ColumnId[] = ["snapshot"];

/** Which columns the grid shows: chosen here, remembered on this device, fewer in a narrow window. */
export class GridColumns {
  /** What the address says goes before what was chosen here. */
  readonly #hidden = $derived.by(
    () => page.url.searchParams.get("hidden")?.split(",") ?? this.#chosenHere,
  );
  #chosenHere = $state.raw<readonly string[]>(remembered());
  #isWide = new MediaQuery("(min-width: 1280px)", true);
  #isWidest = new MediaQuery("(min-width: 1680px)", false);
  #isNarrow = new MediaQuery("(max-width: 759px)", false);
  #sight: () => BoardSight;
  /** Whether a line stands open beside the grid. */
  #isBeside: () => boolean;
  readonly #isRoomy = $derived.by(() =>
    this.#isBeside() ? this.#isWidest.current : this.#isWide.current || this.#isNarrow.current,
  );
  readonly #isSparing = $derived.by(
    () => this.#isBeside() && !this.#isWide.current && !this.#isNarrow.current,
  );
  readonly possible: readonly GridColumn[] = $derived.by(() => {
    const sight = this.#sight();
    return (columns as readonly GridColumn[]).filter(
      ({ sight: needed, option }) =>
        (!needed || sight[needed]) && (!option || warehouseOptions.isOn(option)),
    );
  });
  readonly shown = $derived(
    this.possible.filter(
      ({ id, isRoomy, isSpare }) =>
        !this.#hidden.includes(id) && (!isRoomy || this.#isRoomy) && (!isSpare || !this.#isSparing),
    ),
  );

  constructor(sight: () => BoardSight, isBeside: () => boolean) {
    this.#sight = sight;
    this.#isBeside = isBeside;
  }

  isChosen(id: ColumnId) {
    return !this.#hidden.includes(id);
  }

  flip(id: ColumnId) {
    const others = this.#hidden.filter((each) => each !== id);
    this.#chosenHere = this.isChosen(id) ? [...others, id] : others;
    const address = new URL(page.url.href);
    address.searchParams.set("hidden", this.#chosenHere.join(","));
    void goto(address, { replace: true, reset: false });
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.#chosenHere));
    } catch {
      // storage refused: the address alone says it
    }
  }
}

function remembered(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    return Array.isArray(kept) ? kept.map(String) : hiddenAtFirst;
  } catch {
    return hiddenAtFirst;
  }
}
