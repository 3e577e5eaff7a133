import { Locations } from "@tallyroom/schema/operations/locations.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { asProblem, type Problem } from "#lib/shared/api/problem.ts";
import type { LocationRow } from "./location-kind.ts";

export interface TreeRow {
  location: LocationRow;
  /** 1 for a zone. */
  level: number;
  isOpen: boolean;
}

const placesAPage = 200;
const top = "";

/** The places of one warehouse, read branch by branch as they are opened. */
export class LocationTree {
  problem = $state.raw<Problem>();
  isLoading = $state(true);
  #warehouseId: string;
  #childrenOf = $state.raw<ReadonlyMap<string, readonly LocationRow[]>>(new Map());
  #openIds = $state.raw<ReadonlySet<string>>(new Set());

  readonly rows = $derived(this.#rowsBelow(top, 1));

  constructor(warehouseId: string) {
    this.#warehouseId = warehouseId;
    void this.#read(top);
  }

  readonly again = () => this.#read(top);

  async toggle({ id }: LocationRow) {
    const openIds = new Set(this.#openIds);
    if (!openIds.delete(id)) openIds.add(id);
    this.#openIds = openIds;
    if (openIds.has(id) && !this.#childrenOf.has(id)) await this.#read(id);
  }

  #rowsBelow(parentId: string, level: number): TreeRow[] {
    return (this.#childrenOf.get(parentId) ?? []).flatMap((location) => {
      const isOpen = this.#openIds.has(location.id);
      const below = isOpen ? this.#rowsBelow(location.id, level + 1) : [];
      return [{ location, level, isOpen }, ...below];
    });
  }

  /** A branch is read whole: a shelf cut off in the middle would look complete. */
  async #read(parentId: string) {
    this.isLoading = true;
    this.problem = undefined;
    const children: LocationRow[] = [];
    try {
      let after: string | null = null;
      do {
        const { locations } = await this.#page(parentId, after);
        children.push(...locations.nodes);
        after = locations.pageInfo.hasNextPage ? locations.pageInfo.endCursor : null;
      } while (after !== null);
      this.#childrenOf = new Map(this.#childrenOf).set(parentId, children);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    this.isLoading = false;
  }

  #page(parentId: string, after: string | null) {
    return api.query(Locations, {
      warehouseId: this.#warehouseId,
      first: placesAPage,
      after,
      search: null,
      filter: { parentId: parentId === top ? { isNull: true } : { eq: parentId } },
      orderBy: { field: "WALK_ORDER", direction: "ASC" },
    });
  }
}
