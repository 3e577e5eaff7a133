import type { Entry, EntryRejection, KeptEntry } from "../entries/entry.ts";
import type { HandDatabase } from "./hand-database.ts";

export type Outcome =
  | { number: number; state: "SENT" | "QUARANTINED" }
  | { number: number; state: "REJECTED"; rejection: EntryRejection };

/** What was entered on this device, kept until long after the server has it. */
export class Outbox {
  constructor(
    private readonly database: HandDatabase,
    /** Called when something has changed, in this tab. */
    private readonly onChange: () => void = () => {},
  ) {}

  /**
   * Durable when it answers: all of them or none. Strict, because the screen then says "kept on device", and
   * a handheld whose battery is pulled must still have them.
   */
  async append(entries: readonly Entry[]): Promise<KeptEntry[]> {
    const transaction = this.database.transaction("entries", "readwrite", { durability: "strict" });
    const kept: KeptEntry[] = [];
    for (const entry of entries) {
      const row = { ...entry, state: "WAITING" as const, rejection: null };
      kept.push({ ...row, number: await transaction.store.add(row) });
    }
    await transaction.done;
    this.onChange();
    return kept;
  }

  /** The oldest that wait, in the order in which they were made. */
  async waiting(userId: string): Promise<KeptEntry[]> {
    return (await this.database.getAllFromIndex("entries", "byState", [
      userId,
      "WAITING",
    ])) as KeptEntry[];
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

  /** Freezes how an entry is sent before it is sent, so that a repeat is the same to the letter. */
  async settle(outcomes: readonly Outcome[]): Promise<void> {
    const transaction = this.database.transaction("entries", "readwrite", { durability: "strict" });
    for (const outcome of outcomes) {
      const entry = await transaction.store.get(outcome.number);
      // Taken away by nobody: an entry leaves this store only long after it was acknowledged.
      if (!entry) continue;
      const rejection = outcome.state === "REJECTED" ? outcome.rejection : null;
      await transaction.store.put({ ...entry, state: outcome.state, rejection });
    }
    await transaction.done;
    this.onChange();
  }

  /** A person decides to send again what was refused: under its own id, so it can only count once. */
  async sendAgain(numbers: readonly number[]): Promise<void> {
    const transaction = this.database.transaction("entries", "readwrite", { durability: "strict" });
    for (const number of numbers) {
      const entry = await transaction.store.get(number);
      if (entry?.state !== "REJECTED") continue;
      await transaction.store.put({ ...entry, state: "WAITING", rejection: null });
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
