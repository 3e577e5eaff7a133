import { RecordObservations } from "@tallyroom/schema/operations/record-observations.ts";
import { SvelteMap } from "svelte/reactivity";
import { api } from "#lib/shared/api/api.svelte.ts";
import { patiently } from "#lib/shared/api/patiently.ts";
import { asProblem } from "#lib/shared/api/problem.ts";
import type { SheetLine } from "./count-sheet.ts";
import { keepPaper, keptPaper } from "./kept-paper.ts";
import {
  observationOf,
  takenBack,
  type Observation,
  type WrittenLine,
} from "./paper-observation.ts";
import { StandingEntries, type EntryName } from "./standing-entries.ts";
import { observationOfFind, type WrittenFind } from "./written-find.ts";

/** What was typed for one line of a sheet, until the server says it itself. */
export interface PaperEntry {
  lineId: string;
  text: string;
  state: "typed" | "waiting" | "saved" | "refused";
  /** As they were sent first: whatever is sent again is sent unchanged. */
  observations?: readonly Observation[];
  /** For what stands on no line of the sheet; its own id is in the place of the line's. */
  find?: WrittenFind;
  message?: string;
}

/** Entries from one sheet: kept on this device from the first key until the server has them. */
export class PaperEntries {
  readonly #sheet: { id: string; sessionId: string };
  readonly #entries = new SvelteMap<string, PaperEntry>();
  readonly #standing = new StandingEntries();
  /** Of each line the last that is on its way: the next waits for it. */
  readonly #turns = new Map<string, Promise<void>>();
  readonly #onSaved: () => void;
  #isOpen = true;
  readonly waiting = $derived(
    [...this.#entries.values()].filter(({ state }) => state === "waiting"),
  );
  /** What was found and typed in here. */
  readonly finds = $derived([...this.#entries.values()].filter(({ find }) => find));

  /** Call while a component starts. */
  constructor(sheet: { id: string; sessionId: string }, onSaved: () => void) {
    this.#sheet = sheet;
    this.#onSaved = onSaved;
    for (const entry of keptPaper(sheet.id)) {
      this.#entries.set(entry.lineId, entry);
      const { lineId, text, observations = [] } = entry;
      if (entry.state === "waiting")
        this.#inTurn(lineId, () => this.#send(lineId, text, observations));
    }
    $effect(() => () => (this.#isOpen = false));
  }

  of(lineId: string): PaperEntry | undefined {
    return this.#entries.get(lineId);
  }

  type(lineId: string, text: string) {
    this.#put({ lineId, text, state: "typed" });
  }

  refuse(lineId: string, text: string, message: string) {
    this.#put({ lineId, text, state: "refused", message });
  }

  typeFind(find: WrittenFind) {
    this.#put({ lineId: find.id, text: find.item.code, state: "typed", find });
  }

  saveFind(find: WrittenFind, by: { counterId: string; at: Date }) {
    const { id: lineId } = find;
    const observations = [observationOfFind(find, this.#sheet.id, by)];
    const text = find.item.code;
    this.#put({ lineId, text, state: "waiting", observations, find });
    this.#inTurn(lineId, () => this.#send(lineId, text, observations));
  }

  takeFindBack(name: EntryName) {
    const lineId = `back ${name.externalId}`;
    this.forget(name.externalId);
    this.#put({ lineId, text: "", state: "waiting", observations: [takenBack(name)] });
    this.#inTurn(lineId, () => this.#send(lineId, "", this.of(lineId)?.observations ?? []));
  }

  forget(lineId: string) {
    this.#entries.delete(lineId);
    this.#keep();
  }

  /** First what is written, then what stood before is taken back: refused, it changes nothing. */
  save({ line, entry }: SheetLine, text: string, written: WrittenLine) {
    const { id: lineId } = line;
    this.#put({ lineId, text, state: "waiting" });
    this.#inTurn(lineId, async () => {
      const before = this.#standing.of(lineId, entry);
      const made = observationOf(line, this.#sheet.id, written);
      const observations = [...(made ? [made] : []), ...(before ? [takenBack(before)] : [])];
      if (this.#isLatest(lineId, text)) this.#put({ lineId, text, state: "waiting", observations });
      if (await this.#send(lineId, text, observations)) this.#standing.follow(lineId, before, made);
    });
  }

  #inTurn(lineId: string, send: () => Promise<unknown>) {
    const before = this.#turns.get(lineId) ?? Promise.resolve();
    this.#turns.set(
      lineId,
      before.then(async () => void (await send())),
    );
  }

  /** True when all of it is stored. */
  async #send(
    lineId: string,
    text: string,
    observations: readonly Observation[],
  ): Promise<boolean> {
    const { sessionId } = this.#sheet;
    try {
      for (const observation of observations) {
        const input = { sessionId, observations: [observation] };
        const send = () => api.mutate(RecordObservations, { input });
        const answer = await patiently(send, () => this.#isOpen);
        if (!answer) return false;
        const [result] = answer.recordObservations.results;
        if (result?.__typename === "ObservationRejected") {
          if (this.#isLatest(lineId, text)) this.refuse(lineId, text, result.message);
          return false;
        }
      }
      if (this.#isLatest(lineId, text)) this.#put({ lineId, text, state: "saved" });
      this.#onSaved();
      return true;
    } catch (thrown) {
      if (this.#isLatest(lineId, text)) this.refuse(lineId, text, asProblem(thrown).message);
      return false;
    }
  }

  /** Nobody has typed anything else there meanwhile. */
  #isLatest(lineId: string, text: string): boolean {
    const entry = this.of(lineId);
    return entry?.state === "waiting" && entry.text === text;
  }

  #put(entry: PaperEntry) {
    const find = entry.find ?? this.of(entry.lineId)?.find;
    this.#entries.set(entry.lineId, { ...entry, ...(find && { find }) });
    this.#keep();
  }

  #keep() {
    keepPaper(
      this.#sheet.id,
      [...this.#entries.values()].filter(({ state }) => state !== "saved"),
    );
  }
}
