import { RecordObservations } from "@tallyroom/schema/operations/record-observations.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { newId } from "#lib/shared/api/new-id.ts";
import { patiently } from "#lib/shared/api/patiently.ts";
import { asProblem } from "#lib/shared/api/problem.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { CountLine } from "../count-session.ts";
import { keepEntries, keptEntries } from "./kept-entries.ts";
import { readTyped } from "./read-typed.ts";

export interface FoundEntry {
  lineId: string;
  /** For people: which line it is, also where the line is out of sight. */
  name: string;
  text: string;
  /** Of the line when it was typed. */
  version: number;
  state: "typed" | "waiting" | "saved" | "refused" | "overtaken";
  quantity?: string;
  externalId?: string;
  typedAt?: string;
  /** Somebody else has counted the line: this is another look at it, and is compared. */
  isSecondLook?: boolean;
  message?: string;
}

/** Quantities typed into the grid: kept on this device from the first key until the server has them. */
export class FoundEntries {
  #sessionId: string;
  #entries = $state.raw<ReadonlyMap<string, FoundEntry>>(new Map());
  #isOpen = false;
  /** What reached the server from this page, the latest last. */
  #sent: { externalId: string; name: string; quantity: string }[] = [];
  editingId = $state<string>();
  readonly waiting = $derived(this.#in("waiting"));
  /** What a person has to decide. */
  readonly troubled = $derived([...this.#in("refused"), ...this.#in("overtaken")]);

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
    this.#entries = new Map(keptEntries(sessionId).map((entry) => [entry.lineId, entry]));
    $effect(() => {
      this.#isOpen = true;
      for (const entry of this.#in("waiting")) void this.#send(entry);
      return () => (this.#isOpen = false);
    });
  }

  /** Undefined as soon as the line itself says what was typed. */
  of(line: CountLine): FoundEntry | undefined {
    const entry = this.#entries.get(line.id);
    return entry?.state === "saved" && line.version > entry.version ? undefined : entry;
  }

  edit(lineId: string | undefined) {
    this.editingId = lineId;
  }

  type(line: CountLine, text: string) {
    const kept = this.#entries.get(line.id);
    const version = kept?.state === "typed" ? kept.version : line.version;
    this.#put({ lineId: line.id, name: nameOf(line), text, version, state: "typed" });
  }

  forget(lineId: string) {
    const entries = new Map(this.#entries);
    entries.delete(lineId);
    this.#set(entries);
  }

  /** False where it is no quantity. What nobody changed is not entered again. */
  save(line: CountLine): boolean {
    const entry = this.#entries.get(line.id);
    if (entry?.state !== "typed") return true;
    const quantity = readTyped(entry.text, line.quantityCounted);
    if (quantity === undefined) return false;
    const isSecondLook = line.counters.some(({ id }) => id !== session.viewer?.user.id);
    const made = { quantity, isSecondLook, externalId: newId(), typedAt: new Date().toISOString() };
    if (line.version > entry.version) this.#put({ ...entry, ...made, state: "overtaken" });
    else this.#enter({ ...entry, ...made });
    return true;
  }

  /** What was typed holds, although the line has changed or it was refused before. */
  keepMine(entry: FoundEntry, line: CountLine | undefined) {
    this.#enter({ ...entry, version: line?.version ?? entry.version, externalId: newId() });
  }

  /** Takes the last one back that was typed here; answers with what it was, or why not. */
  async undo(): Promise<string | undefined> {
    const last = this.#sent.pop();
    const userId = session.viewer?.user.id;
    if (!last || !userId) return undefined;
    const { externalId, name, quantity } = last;
    const taken = { externalId: newId(), mode: "VOID" as const, voids: { userId, externalId } };
    const countedAt = new Date().toISOString();
    const observations = [{ ...taken, countedAt, clockOffsetMs: 0 }];
    const input = { sessionId: this.#sessionId, observations };
    const { recordObservations } = await api.mutate(RecordObservations, { input });
    const [result] = recordObservations.results;
    if (result?.__typename === "ObservationRejected") return `${name}: ${result.message}`;
    return `${name}: ${quantity} is taken back.`;
  }

  #enter(entry: FoundEntry) {
    const waiting = { ...entry, state: "waiting" as const };
    this.#put(waiting);
    void this.#send(waiting);
  }

  async #send(entry: FoundEntry) {
    const { lineId, quantity = "0", externalId = "", typedAt = "", isSecondLook } = entry;
    const mode = isSecondLook ? ("VERIFY" as const) : ("REPLACE" as const);
    const observation = { externalId, mode, lineId, quantity, countedAt: typedAt };
    const observations = [{ ...observation, clockOffsetMs: 0, seenLineVersion: entry.version }];
    const input = { sessionId: this.#sessionId, observations };
    const isWanted = () => this.#isOpen && this.#entries.get(lineId)?.externalId === externalId;
    try {
      const answer = await patiently(() => api.mutate(RecordObservations, { input }), isWanted);
      if (!answer) return;
      const [result] = answer.recordObservations.results;
      if (result?.__typename === "ObservationRejected")
        this.#put({ ...entry, state: "refused", message: result.message });
      else {
        this.#put({ ...entry, state: "saved" });
        this.#sent.push({ externalId, name: entry.name, quantity });
      }
    } catch (thrown) {
      if (isWanted()) this.#put({ ...entry, state: "refused", message: asProblem(thrown).message });
    }
  }

  #in(state: FoundEntry["state"]) {
    return [...this.#entries.values()].filter((entry) => entry.state === state);
  }

  #put(entry: FoundEntry) {
    this.#set(new Map(this.#entries).set(entry.lineId, entry));
  }

  #set(entries: ReadonlyMap<string, FoundEntry>) {
    this.#entries = entries;
    keepEntries(
      this.#sessionId,
      [...entries.values()].filter(({ state }) => state !== "saved"),
    );
  }
}

function nameOf({ item, location }: CountLine): string {
  return `${item.sku} in ${location.code}`;
}
