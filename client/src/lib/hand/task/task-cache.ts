import type { HandDatabase } from "../outbox/hand-database.ts";
import type { HandPerson } from "../hand-person.ts";
import type { HandCatalogue } from "./hand-catalogue.ts";
import type { KeptItem, KeptPlace, KeptWork } from "./kept-task.ts";
import { readItems, readLines, readWork } from "./read-task.ts";
import type { HandApi } from "../hand-api.ts";

const catalogueFact = "catalogue read";
const catalogueAgesMs = 12 * 3_600_000;

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

  /** One place as it is now. */
  async readPlace(
    userId: string,
    sessionId: string,
    locationId: string,
  ): Promise<KeptPlace | undefined> {
    const { places, items } = await readLines(this.api, userId, sessionId, locationId);
    await this.#keep(places, items);
    return places.find((place) => place.locationId === locationId);
  }

  /** Every place of a count, so that the network is not missed on the way. */
  async readCount(userId: string, sessionId: string): Promise<void> {
    const { places, items } = await readLines(this.api, userId, sessionId);
    await this.#keep(places, items);
  }

  /** The whole catalogue, page by page; what comes in meanwhile is known at once. */
  async readCatalogue(): Promise<void> {
    const readAt = (await this.database.get("facts", catalogueFact)) as number | undefined;
    if (readAt !== undefined && Date.now() - readAt < catalogueAgesMs) return;
    for (let after: string | null = null; ;) {
      const page = await readItems(this.api, after);
      await this.#keep([], page.items);
      if (page.next === null) break;
      after = page.next;
    }
    await this.database.put("facts", Date.now(), catalogueFact);
  }

  async #keep(places: readonly KeptPlace[], items: readonly KeptItem[]): Promise<void> {
    this.catalogue.add(items);
    const transaction = this.database.transaction(["places", "items"], "readwrite");
    for (const place of places) void transaction.objectStore("places").put(place);
    for (const item of items) void transaction.objectStore("items").put(item);
    await transaction.done;
  }
}
