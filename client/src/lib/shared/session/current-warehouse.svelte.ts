import { goto } from "$app/navigation";
import { page } from "$app/state";
import { session, type Viewer } from "./session.svelte.ts";

export type Warehouse = Viewer["warehouses"][number];

const storageKey = "tallyroom.warehouse";
const parameter = "warehouse";

/**
 * The warehouse every page speaks of: the one in the address, so that a copied link means the same
 * to a colleague, else the one chosen last on this device.
 */
class CurrentWarehouse {
  #remembered = $state(localStorage.getItem(storageKey));

  readonly value = $derived.by((): Warehouse | undefined => {
    const choices = session.viewer?.warehouses ?? [];
    const named = (code: string | null) => choices.find((warehouse) => warehouse.code === code);
    return named(page.url.searchParams.get(parameter)) ?? named(this.#remembered) ?? choices[0];
  });

  choose(warehouse: Warehouse) {
    this.#remember(warehouse);
    const address = new URL(page.url.href);
    // Filters name zones of the old warehouse: they do not come along.
    address.search = "";
    address.searchParams.set(parameter, warehouse.code);
    void goto(address, { reset: false });
  }

  /** The address of a page about this warehouse, or another. */
  pathTo(path: string, warehouse = this.value): string {
    if (!warehouse) return path;
    const [place, search] = path.split("?");
    const query = new URLSearchParams(search);
    query.set(parameter, warehouse.code);
    return `${place}?${query}`;
  }

  /** Keeps what the address said for pages and visits that name no warehouse. */
  rememberShown() {
    if (this.value) this.#remember(this.value);
  }

  #remember({ code }: Warehouse) {
    if (code === this.#remembered) return;
    this.#remembered = code;
    localStorage.setItem(storageKey, code);
  }
}

export const currentWarehouse = new CurrentWarehouse();
