import { ReportEditing } from "@tallyroom/schema/operations/report-editing.ts";
import { createSubscriber } from "svelte/reactivity";
import { api } from "#lib/shared/api/api.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { CountDesk } from "../count-desk.svelte.ts";
import type { FoundEntries } from "./found-entries.svelte.ts";

type Part = "FOUND" | "INVESTIGATION";

const settledMs = 250;
const beatMs = 10_000;

const followSight = createSubscriber((update) => {
  document.addEventListener("visibilitychange", update);
  return () => document.removeEventListener("visibilitychange", update);
});

/** Who writes into which line: what is told of this page, and what of others. */
export class LineEditing {
  /** The line that is being explained here. */
  explainedId = $state<string>();
  #desk: CountDesk;
  #entries: FoundEntries;
  readonly #own = $derived.by(() => {
    followSight();
    if (document.visibilityState !== "visible") return undefined;
    const foundId = this.#entries.editingId;
    if (foundId) return { lineId: foundId, part: "FOUND" as const };
    return this.explainedId
      ? { lineId: this.explainedId, part: "INVESTIGATION" as const }
      : undefined;
  });
  readonly #others = $derived.by(() => {
    const ownId = session.viewer?.user.id;
    const editing = this.#desk.presence.crew?.editing ?? [];
    return new Map(
      editing
        .filter(({ user }) => user && user.id !== ownId)
        .map(({ lineId, part, user }) => [`${part} ${lineId}`, user?.name ?? ""]),
    );
  });

  /** Make it while a component starts. */
  constructor(desk: CountDesk, entries: FoundEntries) {
    this.#desk = desk;
    this.#entries = entries;
    $effect(() => {
      const own = this.#own;
      if (!own || !session.can("view:expected-quantity")) return undefined;
      let isTold = false;
      const tell = () => {
        isTold = true;
        this.#tell(own);
      };
      const settling = setTimeout(tell, settledMs);
      const beating = setInterval(tell, beatMs);
      return () => {
        clearTimeout(settling);
        clearInterval(beating);
        if (isTold) this.#tell(undefined);
      };
    });
  }

  /** The name of somebody else who writes there at this moment. */
  nameAt(lineId: string, part: Part): string | undefined {
    return this.#others.get(`${part} ${lineId}`);
  }

  #tell(edited: { lineId: string; part: Part } | undefined) {
    const input = { sessionId: this.#desk.sessionId, ...edited };
    // Nobody waits for it: what was not heard is said again with the next beat, or is over.
    api.mutate(ReportEditing, { input }).catch(() => undefined);
  }
}
