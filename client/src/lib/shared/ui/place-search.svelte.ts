import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { Locations } from "@tallyroom/schema/operations/locations.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";

export type Place = ResultOf<typeof Locations>["locations"]["nodes"][number];

const pauseMs = 160;
const placesShown = 6;
/** Zones and aisles hold places, not stock. */
const holdingKinds = ["STORAGE", "LINESIDE", "MRB", "COUNT_DISCREPANCY", "TRANSIT"] as const;

/** One place, sought by a part of its code, name or barcode. */
export class PlaceSearch {
  words = $state("");
  chosen = $state.raw<Place>();
  found = $state.raw<readonly Place[]>([]);
  isSearching = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  readonly #isAnyKind: boolean;

  /** Where nothing is put, but a part of the hall is meant, zones and aisles are places, too. */
  constructor({ isAnyKind = false }: { isAnyKind?: boolean } = {}) {
    this.#isAnyKind = isAnyKind;
  }

  type(words: string) {
    this.words = words;
    this.chosen = undefined;
    this.found = [];
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.isSearching = words.trim() !== "";
    if (this.isSearching) this.#timer = setTimeout(() => void this.#find(), pauseMs);
  }

  choose(place: Place) {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.isSearching = false;
    this.words = place.code;
    this.chosen = place;
    this.found = [];
  }

  close() {
    this.found = [];
  }

  /** What was typed or scanned in full needs no choosing: its exact match, or the only one. */
  async settle(): Promise<Place | undefined> {
    if (this.chosen || this.words.trim() === "") return this.chosen;
    clearTimeout(this.#timer);
    await this.#find();
    const sought = this.words.trim().toUpperCase();
    const exact = this.found.find(({ code, barcode }) => [code, barcode].includes(sought));
    const only = this.found.length === 1 ? this.found[0] : undefined;
    const place = exact ?? only;
    if (place) this.choose(place);
    return place;
  }

  async #find() {
    const warehouse = currentWarehouse.value;
    if (!warehouse) return;
    const turn = ++this.#turn;
    const asked = {
      warehouseId: warehouse.id,
      first: placesShown,
      search: this.words.trim(),
      filter: {
        ...(!this.#isAnyKind && { kind: { in: [...holdingKinds] } }),
        isActive: { eq: true },
      },
    };
    // A search that fails offers nothing; recording then says what is wrong.
    const answer = await api.query(Locations, asked).catch(() => undefined);
    if (turn !== this.#turn) return;
    this.isSearching = false;
    this.found = answer?.locations.nodes ?? [];
  }
}
