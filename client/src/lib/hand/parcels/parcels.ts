import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { KeptParcel, ParcelContent } from "./parcel.ts";

interface ParcelSchema extends DBSchema {
  parcels: {
    key: number;
    value: KeptParcel | Omit<KeptParcel, "number">;
    indexes: { byState: [userId: string, state: KeptParcel["state"]] };
  };
}

/**
 * Pictures and proposals that wait on this device, in a store of their own: entries are read whole, often, and
 * pictures are large. One that was sent is gone from here; one that was refused stays until a
 * person decides.
 */
export class Parcels {
  static #opened: Promise<Parcels> | undefined;

  constructor(private readonly database: IDBPDatabase<ParcelSchema>) {}

  /** The store of this page, opened once it is needed. */
  static opened(): Promise<Parcels> {
    return (this.#opened ??= Parcels.open());
  }

  static async open(name = "tallyroom-parcels"): Promise<Parcels> {
    const database = await openDB<ParcelSchema>(name, 1, {
      upgrade(made) {
        const parcels = made.createObjectStore("parcels", {
          ...{ keyPath: "number", autoIncrement: true },
        });
        parcels.createIndex("byState", ["userId", "state"]);
      },
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return new Parcels(database);
  }

  /** Durable when it answers. */
  async keep(userId: string, content: ParcelContent): Promise<void> {
    const transaction = this.database.transaction("parcels", "readwrite", {
      durability: "strict",
    });
    await transaction.store.add({ userId, state: "WAITING", content });
    await transaction.done;
  }

  async waiting(userId: string): Promise<KeptParcel[]> {
    const key: [string, "WAITING"] = [userId, "WAITING"];
    return (await this.database.getAllFromIndex("parcels", "byState", key)) as KeptParcel[];
  }

  waitingCount(userId: string): Promise<number> {
    return this.database.countFromIndex("parcels", "byState", [userId, "WAITING"]);
  }

  async sent({ number }: KeptParcel): Promise<void> {
    await this.remove(number);
  }

  async remove(number: number): Promise<void> {
    await this.database.delete("parcels", number);
  }

  /** Waiting or refused. */
  async ofPerson(userId: string): Promise<KeptParcel[]> {
    const range = IDBKeyRange.bound([userId], [userId, []]);
    return (await this.database.getAllFromIndex("parcels", "byState", range)) as KeptParcel[];
  }

  /** The picture of an entry that is sent again goes after it once more. */
  async sendAgain(entryId: string): Promise<void> {
    for (const parcel of await this.#ofEntry(entryId))
      await this.database.put("parcels", { ...parcel, state: "WAITING" });
  }

  /** The picture of an entry that is given up: nobody will ever look at it. */
  async drop(entryId: string): Promise<void> {
    for (const { number } of await this.#ofEntry(entryId)) await this.remove(number);
  }

  async #ofEntry(entryId: string): Promise<KeptParcel[]> {
    const all = (await this.database.getAll("parcels")) as KeptParcel[];
    return all.filter(({ content }) => content.kind === "PHOTO" && content.entryId === entryId);
  }

  async refused(parcel: KeptParcel): Promise<void> {
    await this.database.put("parcels", { ...parcel, state: "REFUSED" });
  }
}
