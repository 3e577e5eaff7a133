import { FindItems } from "@tallyroom/schema/operations/find-items.ts";
import { Locations } from "@tallyroom/schema/operations/locations.ts";
import { MatchObservation } from "@tallyroom/schema/operations/match-observation.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";
import type { LooseEntry } from "./hall.ts";

const choicesAsked = 5;

/** Says what an entry was: an item by its number, where it lay, and how many where nobody typed it. */
export class EntryMatch {
  sku = $state("");
  place = $state("");
  quantity = $state("");
  readonly asksQuantity: boolean;
  #entry: LooseEntry;

  constructor(entry: LooseEntry) {
    this.#entry = entry;
    this.sku = entry.item?.sku ?? "";
    this.place = entry.location?.code ?? "";
    this.asksQuantity = entry.quantityTyped === null && entry.mode !== "SKIP";
  }

  async send() {
    const itemId = await this.#itemId();
    if (itemId === undefined) return refused(`There is no item “${this.sku.trim()}”.`);
    const locationId = await this.#locationId();
    if (locationId === undefined) return refused(`There is no place “${this.place.trim()}”.`);
    const quantity = this.asksQuantity ? parseDecimal(this.quantity) : undefined;
    if (this.asksQuantity && quantity === undefined) return refused("Say how many, as a number.");
    const input = {
      observationId: this.#entry.id,
      itemId,
      locationId,
      ...(quantity === undefined ? {} : { quantity }),
    };
    return (await api.mutate(MatchObservation, { input })).matchObservation;
  }

  async #itemId() {
    const sought = this.sku.trim();
    const { items } = await api.query(FindItems, { search: sought, first: choicesAsked });
    return theOne(items.nodes, ({ sku }) => sku, sought);
  }

  async #locationId() {
    const sought = this.place.trim();
    if (sought === this.#entry.location?.code) return this.#entry.location.id;
    const warehouseId = currentWarehouse.value?.id ?? "";
    const asked = { warehouseId, first: choicesAsked, search: sought };
    const { locations } = await api.query(Locations, asked);
    return theOne(locations.nodes, ({ code }) => code, sought);
  }
}

/** The one that is called so, or the only one found. */
function theOne<Thing extends { id: string }>(
  found: readonly Thing[],
  nameOf: (thing: Thing) => string,
  sought: string,
): string | undefined {
  const exact = found.find((thing) => nameOf(thing).toLowerCase() === sought.toLowerCase());
  return (exact ?? (found.length === 1 ? found[0] : undefined))?.id;
}

function refused(message: string) {
  return { __typename: "NotSent", message };
}
