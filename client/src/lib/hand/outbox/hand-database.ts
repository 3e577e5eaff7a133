import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Entry, KeptEntry } from "../entries/entry.ts";
import type { KeptClaim } from "../task/claim.ts";
import type { KeptItem, KeptPlace, KeptWork } from "../task/kept-task.ts";

/** Everything that a counter's device keeps. Each person's rows are that person's alone. */
export interface HandSchema extends DBSchema {
  entries: {
    key: number;
    value: KeptEntry | Omit<KeptEntry, "number">;
    indexes: {
      byState: [userId: string, state: KeptEntry["state"]];
      byPlace: [userId: string, sessionId: string, locationId: string];
      byExternalId: Entry["externalId"];
    };
  };
  claims: { key: [userId: string, sessionId: string, locationId: string]; value: KeptClaim };
  work: { key: string; value: KeptWork };
  places: { key: [userId: string, sessionId: string, locationId: string]; value: KeptPlace };
  items: { key: string; value: KeptItem };
  facts: { key: string; value: unknown };
}

export type HandDatabase = IDBPDatabase<HandSchema>;

export function openHandDatabase(name = "tallyroom-hand"): Promise<HandDatabase> {
  return openDB<HandSchema>(name, 1, {
    upgrade(database) {
      const entries = database.createObjectStore("entries", {
        keyPath: "number",
        autoIncrement: true,
      });
      entries.createIndex("byState", ["userId", "state"]);
      entries.createIndex("byPlace", ["userId", "sessionId", "locationId"]);
      entries.createIndex("byExternalId", "externalId", { unique: true });
      database.createObjectStore("claims", { keyPath: ["userId", "sessionId", "locationId"] });
      database.createObjectStore("work", { keyPath: "userId" });
      database.createObjectStore("places", { keyPath: ["userId", "sessionId", "locationId"] });
      database.createObjectStore("items", { keyPath: "id" });
      database.createObjectStore("facts");
    },
    // A newer page in another tab wants to change the store: this one must not stand in its way.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}
