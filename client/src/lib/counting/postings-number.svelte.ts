import { PostingsCount } from "@tallyroom/schema/operations/postings-count.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { SessionStore } from "./session-store.svelte.ts";

/** How many postings a count has, read again when something was posted. Make it while a component starts. */
export class PostingsNumber {
  #store: SessionStore;
  readonly #lastPosted = $derived.by(
    () => this.#store.events.find(({ kind }) => kind.includes("POST"))?.sequence,
  );
  #reading: Reading<number | null>;
  readonly count = $derived.by(() => this.#reading.answer ?? null);

  constructor(sessionId: string, store: SessionStore) {
    this.#store = store;
    this.#reading = new Reading(() => {
      void this.#lastPosted;
      if (!session.can("view:expected-quantity")) return undefined;
      return api
        .query(PostingsCount, { sessionId })
        .then(({ countSession }) => countSession?.postings.totalCount ?? null);
    });
  }
}
