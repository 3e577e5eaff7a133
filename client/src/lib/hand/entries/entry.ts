export type EntryMode = "ADD" | "REPLACE" | "VERIFY" | "VOID" | "SKIP" | "NOT_ACCESSIBLE";

/** What an entry speaks of, as the device names it within a place: see line-key.ts. */
export type LineKey = string;

/** Where an entry belongs on the device, and on the server. */
export interface EntryTarget {
  sessionId: string;
  locationId: string;
  lineKey: LineKey;
  /** The line, where the count has one; else the item and the place are named. */
  lineId: string | null;
  itemId: string | null;
  lotCode: string | null;
  /** A scan that nobody knew, as it was read. */
  rawScan: string | null;
}

/** What one person saw at one instant. Never changed once it is made, except by how it is sent. */
export interface Entry extends EntryTarget {
  /** Made on the device; sending it again under the same id changes nothing. */
  externalId: string;
  userId: string;
  mode: EntryMode;
  /** In the unit typed; null for what was not counted and for pieces told by serial. */
  quantity: string | null;
  unitCode: string | null;
  /** How many of the item's own unit one of the unit typed holds. */
  factor: string;
  serials: readonly string[];
  reason: string | null;
  note: string | null;
  /** For VOID: the entry taken back. */
  voids: string | null;
  /** By the device's clock, and later than every entry that it made before. */
  countedAt: string;
  /** The server's clock less the device's; null while it has not been measured. */
  clockOffsetMs: number | null;
  /** In which life of the page it was made: a clock measured in that life is the clock that it was made by. */
  pageId: string;
}

export type EntryState =
  /** Kept on the device; the server has not acknowledged it. */
  | "WAITING"
  /** Acknowledged. */
  | "SENT"
  /** Acknowledged, and set aside for a supervisor. */
  | "QUARANTINED"
  /** Gathered into one VERIFY of its line, which is sent in its place. */
  | "GATHERED"
  /** Refused by the server, with a reason: kept here until a person decides. */
  | "REJECTED"
  /** Refused, and given up by a person: it counts nowhere, and stays here for whoever asks. */
  | "DROPPED";

/** An entry with what has become of it. Its number is the order in which it was made. */
export interface KeptEntry extends Entry {
  number: number;
  state: EntryState;
  rejection: EntryRejection | null;
}

export interface EntryRejection {
  reason: string;
  message: string;
}

/** Held back from everybody else: the server would not know of it if this device were lost. */
export function isUnsent({ state }: Pick<KeptEntry, "state">): boolean {
  return state === "WAITING" || state === "REJECTED";
}
