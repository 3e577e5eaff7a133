import { FindItems } from "@tallyroom/schema/operations/find-items.ts";
import { Locations } from "@tallyroom/schema/operations/locations.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";

/** A thing with a code that people know, and a name. */
export interface Named {
  id: string;
  code: string;
  name: string;
}

export type NamedKind = "item" | "location";

const offeredAtMost = 8;
const pauseMs = 180;

/** Things sought by a part of their code or name; the one whose code is typed in full is chosen. */
export class NamedSearch {
  words = $state("");
  found = $state.raw<readonly Named[]>([]);
  isSearching = $state(false);
  readonly chosen = $derived.by(() =>
    this.found.find(({ code }) => code.toUpperCase() === this.words.trim().toUpperCase()),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(private readonly kind: NamedKind) {}

  type(words: string) {
    this.words = words;
    clearTimeout(this.#timer);
    this.#turn += 1;
    const search = words.trim();
    // Choosing one of those that are offered needs no further search.
    this.isSearching = search !== "" && !this.chosen;
    if (this.isSearching) this.#timer = setTimeout(() => void this.#find(search), pauseMs);
  }

  /** What was typed in full needs no pause: whose code it is, once that is known. */
  async settle(): Promise<Named | undefined> {
    if (this.isSearching) {
      clearTimeout(this.#timer);
      await this.#find(this.words.trim());
    }
    return this.chosen;
  }

  async #find(search: string) {
    const turn = ++this.#turn;
    // A search that fails offers nothing; the field then says that there is no such thing.
    const found = await ask(this.kind, search).catch(() => []);
    if (turn !== this.#turn) return;
    this.found = found;
    this.isSearching = false;
  }
}

/** The one whose code that is. */
export async function findNamed(kind: NamedKind, code: string): Promise<Named | undefined> {
  const sought = code.trim();
  if (sought === "") return undefined;
  const found = await ask(kind, sought);
  return found.find((each) => each.code.toUpperCase() === sought.toUpperCase());
}

async function ask(kind: NamedKind, search: string): Promise<Named[]> {
  const first = offeredAtMost;
  if (kind === "item") {
    const { items } = await api.query(FindItems, { search, first });
    return items.nodes.map(({ id, sku, description }) => ({ id, code: sku, name: description }));
  }
  const warehouseId = currentWarehouse.value?.id ?? "";
  const { locations } = await api.query(Locations, { warehouseId, first, search });
  return locations.nodes.map(({ id, code, name }) => ({ id, code, name }));
}
