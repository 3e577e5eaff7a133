import type { HandDatabase } from "../outbox/hand-database.ts";
import type { HandPerson } from "../hand-person.ts";
import type { HandCatalogue } from "./hand-catalogue.ts";
import type { KeptItem, KeptPlace, KeptWork, WorkCount } from "./kept-task.ts";
import { readCatalogueChanges, type ReadChanges } from "./read-catalogue.ts";
import { readLines, readWork } from "./read-task.ts";
import type { HandApi } from "../hand-api.ts";

const cursorFact = "catalogue cursor";

/** The work as the device keeps it: read from the server while it is there, and from here all the time. */
export class TaskCache {
  constructor(
    private readonly database: HandDatabase,
    private readonly api: HandApi,
    private readonly catalogue: HandCatalogue,
  ) {}

  async open(): Promise<void> {
    this.catalogue.add(await this.database.getAll("items"));
  }

  async keptWork(userId: string): Promise<KeptWork | undefined> {
    return this.database.get("work", userId);
  }

  async readWork({ id: userId, warehouses }: HandPerson): Promise<KeptWork> {
    const perWarehouse = await Promise.all(warehouses.map(({ id }) => readWork(this.api, id)));
    const readAt = new Date().toISOString();
    const work = { userId, readAt, counts: perWarehouse.flat() };
    await this.database.put("work", work);
    return work;
  }

  async keptPlace(
    userId: string,
    sessionId: string,
    locationId: string,
  ): Promise<KeptPlace | undefined> {
    return this.database.get("places", [userId, sessionId, locationId]);
  }

  /** Every place of a count that the device knows. */
  async keptPlaces(userId: string, sessionId: string): Promise<KeptPlace[]> {
    const range = IDBKeyRange.bound([userId, sessionId], [userId, sessionId, []]);
    return this.database.getAll("places", range);
  }

  /** One place as it is now. */
  async readPlace(
    userId: string,
    count: WorkCount,
    locationId: string,
  ): Promise<KeptPlace | undefined> {
    const { places, items } = await readLines(this.api, userId, count, locationId);
    await this.#keep(places, items);
    return places.find((place) => place.locationId === locationId);
  }

  /** Every place of a count, so that the network is not missed on the way. */
  async readCount(userId: string, count: WorkCount): Promise<void> {
    const { places, items } = await readLines(this.api, userId, count);
    await this.#keep(places, items);
  }

  /** What is new in the catalogue, page by page: all of it the first time. A break goes on where it was. */
  async readCatalogue(): Promise<void> {
    for (let hasMore = true; hasMore;) {
      const after = ((await this.database.get("facts", cursorFact)) as string | undefined) ?? null;
      const changes = await readCatalogueChanges(this.api, after);
      await this.#keepChanges(changes);
      hasMore = changes.hasMore;
    }
  }

  /** The cursor moves on with what it stands behind, or not at all. */
  async #keepChanges({ items, goneIds, cursor, startsAnew }: ReadChanges): Promise<void> {
    const counted = await this.#countedItemIds();
    const transaction = this.database.transaction(["items", "places", "facts"], "readwrite");
    const store = transaction.objectStore("items");
    const known = startsAnew ? await store.getAllKeys() : goneIds;
    // What lies in a place to count is counted, in use or not.
    const gone = known.filter((id) => !counted.has(id));
    for (const id of gone) void store.delete(id);
    for (const item of items) void store.put(item);
    void transaction.objectStore("facts").put(cursor, cursorFact);
    await transaction.done;
    this.catalogue.remove(gone);
    this.catalogue.add(items);
  }

  async #countedItemIds(): Promise<Set<string>> {
    const places = await this.database.getAll("places");
    return new Set(places.flatMap(({ lines }) => lines.map(({ itemId }) => itemId)));
  }

  async #keep(places: readonly KeptPlace[], items: readonly KeptItem[]): Promise<void> {
    this.catalogue.add(items);
    const transaction = this.database.transaction(["places", "items"], "readwrite");
    for (const place of places) void transaction.objectStore("places").put(place);
    for (const item of items) void transaction.objectStore("items").put(item);
    await transaction.done;
  }
}
