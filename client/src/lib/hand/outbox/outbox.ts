import type { Entry, EntryRejection, KeptEntry } from "../entries/entry.ts";
import type { HandDatabase } from "./hand-database.ts";

/** What a person's last reset of a place has taken back, by the ids of the entries; none once it is undone. */
export interface PlaceReset {
  userId: string;
  sessionId: string;
  locationId: string;
  takenBack: readonly string[];
}

const resetFact = ({ userId, sessionId, locationId }: Omit<PlaceReset, "takenBack">) =>
  `reset ${userId} ${sessionId} ${locationId}`;

export type Outcome =
  | { number: number; state: "SENT" | "QUARANTINED" }
  | { number: number; state: "REJECTED"; rejection: EntryRejection };

/** What was entered on this device, kept until long after the server has it. */
export class Outbox {
  constructor(
    private readonly database: HandDatabase,
    /** Called when something has changed, in this tab. */
    private readonly onChange: () => void = () => {},
    /** Called instead when nothing has changed but that so many more wait. */
    private readonly onAppend: (count: number) => void = onChange,
  ) {}

  /**
   * Durable when it answers: all of them or none. Strict, because the screen then says "kept on device", and
   * a handheld whose battery is pulled must still have them. A reset comes with its way back.
   */
  async append(entries: readonly Entry[], reset?: PlaceReset): Promise<KeptEntry[]> {
    // Facts are written with the whole catalogue, too: a scan does not wait for that.
    const stores: ("entries" | "facts")[] = reset ? ["entries", "facts"] : ["entries"];
    const transaction = this.database.transaction(stores, "readwrite", { durability: "strict" });
    const store = transaction.objectStore("entries");
    const rows = entries.map((entry) => ({ ...entry, state: "WAITING" as const, rejection: null }));
    const numbers = Promise.all(rows.map((row) => store.add(row)));
    const wayBack =
      reset && transaction.objectStore("facts").put(reset.takenBack, resetFact(reset));
    // Nothing depends on the numbers: the disk need not wait until they have come back.
    transaction.commit();
    const [given] = await Promise.all([numbers, wayBack, transaction.done]);
    this.onAppend(entries.length);
    return rows.map((row, at) => ({ ...row, number: given[at] as number }));
  }

  /** The oldest that wait, in the order in which they were made. */
  async waiting(userId: string): Promise<KeptEntry[]> {
    return (await this.database.getAllFromIndex("entries", "byState", [
      userId,
      "WAITING",
    ])) as KeptEntry[];
  }

  /** What this person entered last on this device. */
  async latest(userId: string): Promise<KeptEntry | null> {
    const { store } = this.database.transaction("entries");
    for (let at = await store.openCursor(null, "prev"); at; at = await at.continue())
      if (at.value.userId === userId) return at.value as KeptEntry;
    return null;
  }

  async rejected(userId: string): Promise<KeptEntry[]> {
    return (await this.database.getAllFromIndex("entries", "byState", [
      userId,
      "REJECTED",
    ])) as KeptEntry[];
  }

  async ofPlace(userId: string, sessionId: string, locationId: string): Promise<KeptEntry[]> {
    const key: [string, string, string] = [userId, sessionId, locationId];
    return (await this.database.getAllFromIndex("entries", "byPlace", key)) as KeptEntry[];
  }

  /** Ids of what the last reset of a place has taken back. */
  async takenBack(place: Omit<PlaceReset, "takenBack">): Promise<readonly string[]> {
    return ((await this.database.get("facts", resetFact(place))) ?? []) as readonly string[];
  }

  /** All of one count, in the order in which they were made. */
  async ofCount(userId: string, sessionId: string): Promise<KeptEntry[]> {
    const range = IDBKeyRange.bound([userId, sessionId], [userId, sessionId, []]);
    const all = await this.database.getAllFromIndex("entries", "byPlace", range);
    return (all as KeptEntry[]).sort((a, b) => a.number - b.number);
  }

  async unsentCount(userId: string): Promise<{ waiting: number; rejected: number }> {
    const transaction = this.database.transaction("entries");
    const byState = transaction.store.index("byState");
    const [waiting, rejected] = await Promise.all([
      byState.count([userId, "WAITING"]),
      byState.count([userId, "REJECTED"]),
    ]);
    return { waiting, rejected };
  }

  /** Everything on this device, whoever entered it: for the export, and for whoever looks after it. */
  async all(): Promise<KeptEntry[]> {
    return (await this.database.getAll("entries")) as KeptEntry[];
  }

  /**
   * What the server said of them. Not strict: an answer that is lost with the battery is asked for again, and
   * what is entered meanwhile would wait for the disk behind it.
   */
  async settle(outcomes: readonly Outcome[]): Promise<void> {
    const transaction = this.database.transaction("entries", "readwrite");
    const settled = outcomes.map(async (outcome) => {
      const entry = await transaction.store.get(outcome.number);
      // Taken away by nobody: an entry leaves this store only long after it was acknowledged.
      if (!entry) return;
      const rejection = outcome.state === "REJECTED" ? outcome.rejection : null;
      await transaction.store.put({ ...entry, state: outcome.state, rejection });
    });
    await Promise.all([...settled, transaction.done]);
    this.onChange();
  }

  /** A person decides to send again what was refused: under its own id, so it can only count once. */
  sendAgain(numbers: readonly number[]): Promise<void> {
    return this.#decide(numbers, "WAITING");
  }

  /** A person gives up what was refused. What it said stays in the export. */
  drop(numbers: readonly number[]): Promise<void> {
    return this.#decide(numbers, "DROPPED");
  }

  async #decide(numbers: readonly number[], state: "WAITING" | "DROPPED"): Promise<void> {
    const transaction = this.database.transaction("entries", "readwrite", { durability: "strict" });
    for (const number of numbers) {
      const entry = await transaction.store.get(number);
      if (entry?.state !== "REJECTED") continue;
      const rejection = state === "DROPPED" ? entry.rejection : null;
      await transaction.store.put({ ...entry, state, rejection });
    }
    await transaction.done;
    this.onChange();
  }

  /** Puts one entry in the place of others that still wait: all at once, so that none is sent twice. */
  async gather(numbers: readonly number[], into: readonly Entry[]): Promise<void> {
    const transaction = this.database.transaction("entries", "readwrite", { durability: "strict" });
    for (const number of numbers) {
      const entry = await transaction.store.get(number);
      if (entry?.state === "WAITING")
        await transaction.store.put({ ...entry, state: "GATHERED", rejection: null });
    }
    for (const entry of into)
      await transaction.store.add({ ...entry, state: "WAITING", rejection: null });
    await transaction.done;
    this.onChange();
  }
}
