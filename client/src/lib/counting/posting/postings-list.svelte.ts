import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { PostingParts } from "@tallyroom/schema/operations/posting-parts.ts";
import { Postings } from "@tallyroom/schema/operations/postings.ts";
import { goto } from "$app/navigation";
import { page } from "$app/state";
import { untrack } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { seesLineValues } from "../api-session-source.ts";
import type { CountDesk } from "../count-desk.svelte.ts";

export type Posting = ResultOf<typeof PostingParts>;

const kinds = ["POSTING_MADE", "POSTING_REVERSED"];

/** Postings and reversals of a count, the latest first; new ones appear as they are made. */
export class PostingsList {
  readonly reading: PagedReading<Posting>;
  readonly #asked = $derived(page.url.searchParams.get("posting"));
  readonly chosen = $derived.by(() => {
    const { rows } = this.reading;
    return rows.find(({ id }) => id === this.#asked) ?? rows[0];
  });

  constructor(desk: CountDesk) {
    const { sessionId } = desk;
    this.reading = new PagedReading((after) =>
      api
        .query(Postings, { sessionId, after, seesValue: seesLineValues() })
        .then(({ countSession }) => countSession?.postings ?? nothing),
    );
    const latest = $derived(desk.store.events.find(({ kind }) => kinds.includes(kind))?.sequence);
    let known = untrack(() => latest);
    $effect(() => {
      if (latest === known) return;
      known = latest;
      untrack(() => void this.reading.again());
    });
  }

  choose({ id }: { id: string }) {
    const address = new URL(page.url.href);
    address.searchParams.set("posting", id);
    void goto(address, { replace: true, reset: false });
  }
}

const nothing = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };
