import { Problem } from "#lib/shared/api/problem.ts";
import type { Entry } from "../entries/entry.ts";
import type { ClaimAnswer, EntryAnswer, HandServer, Presence } from "./hand-server.ts";

export type Fault = "NONE" | "UNREACHABLE" | "ANSWER_LOST" | "FAULT";

/** For tests: a server that keeps each entry once by its id, behind a network that fails as it is told. */
export class ScriptedServer implements HandServer {
  /** By id, in the order in which they were first stored. */
  readonly stored = new Map<string, Entry>();
  readonly batches: string[][] = [];
  readonly left: string[] = [];
  readonly reported: Presence[] = [];
  person: string | null = "maria";
  /** What happens to each request that comes; none when it is over. */
  faults: Fault[] = [];
  /** Ids of entries that the server refuses, each for itself. */
  refused = new Set<string>();
  /** Ids of entries for which the whole batch is refused as unreadable. */
  unreadable = new Set<string>();
  /** Ids of entries at which the server fails. */
  deadly = new Set<string>();
  claimAnswer: ClaimAnswer = { state: "COUNT" };

  async record(_sessionId: string, entries: readonly Entry[]): Promise<EntryAnswer[]> {
    const fault = this.faults.shift() ?? "NONE";
    if (fault === "UNREACHABLE") throw new Problem("network", "Not reached.");
    if (fault === "FAULT") throw new Problem("internal", "It failed.");
    const ids = entries.map(({ externalId }) => externalId);
    this.batches.push(ids);
    if (ids.some((id) => this.deadly.has(id))) throw new Problem("internal", "It failed.");
    if (ids.some((id) => this.unreadable.has(id)))
      throw new Problem("bad-input", "This cannot be read.");
    const answers = entries.map((entry) => this.#answer(entry));
    if (fault === "ANSWER_LOST") throw new Problem("network", "No answer came.");
    return answers;
  }

  #answer(entry: Entry): EntryAnswer {
    if (this.refused.has(entry.externalId))
      return { kind: "REJECTED", rejection: { reason: "UNIT_UNKNOWN", message: "No such unit." } };
    if (!this.stored.has(entry.externalId)) this.stored.set(entry.externalId, entry);
    return { kind: "SENT" };
  }

  async claim(): Promise<ClaimAnswer> {
    if (this.faults[0] === "UNREACHABLE") {
      this.faults.shift();
      throw new Problem("network", "Not reached.");
    }
    return this.claimAnswer;
  }

  async leave({ locationId }: { locationId: string }): Promise<void> {
    this.left.push(locationId);
  }

  async report(presence: Presence) {
    this.reported.push(presence);
    return { clockOffsetMs: 0, heartbeatMs: 10_000 };
  }

  async whoAsks(): Promise<string | null> {
    return this.person;
  }
}
