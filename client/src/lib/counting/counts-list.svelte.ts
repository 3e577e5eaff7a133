import { CountSessions } from "@tallyroom/schema/operations/count-sessions.ts";
import { CountSessionsFeed } from "@tallyroom/schema/operations/count-sessions-feed.ts";
import { goto } from "$app/navigation";
import { page } from "$app/state";
import { api } from "#lib/shared/api/api.svelte.ts";
import { keepFollowing } from "#lib/shared/api/keep-following.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import type { CountSession, CountStatus } from "./count-session.ts";
import { statuses } from "./count-words.ts";

const pageSize = 50;

/** The counts of the current warehouse, live: what changes changes where it stands. */
export class CountsList {
  readonly search = $derived(page.url.searchParams.get("search") ?? "");
  readonly status = $derived(
    statuses.find((status) => status === page.url.searchParams.get("status")),
  );
  readonly isFiltered = $derived(this.search !== "" || this.status !== undefined);
  readonly reading: PagedReading<CountSession>;
  /** Counts that are new, or that the filter would no longer show. */
  waitingIds = $state.raw<ReadonlySet<string>>(new Set());

  constructor() {
    this.reading = new PagedReading((after) => {
      const warehouse = currentWarehouse.value;
      if (!warehouse) return undefined;
      if (after === null) this.waitingIds = new Set();
      return api
        .query(CountSessions, {
          warehouseId: warehouse.id,
          first: pageSize,
          after,
          search: this.search || null,
          filter: this.status ? { status: { eq: this.status } } : {},
        })
        .then(({ countSessions }) => countSessions);
    });
    $effect(() => {
      const warehouse = currentWarehouse.value;
      if (!warehouse) return undefined;
      let isBegunAnew = false;
      return keepFollowing(({ onWell, onProblem }) => {
        if (isBegunAnew) void this.reading.again();
        isBegunAnew = true;
        return api.follow(
          CountSessionsFeed,
          { warehouseId: warehouse.id },
          {
            onData: ({ countSessionsFeed }) => {
              onWell();
              this.#take(countSessionsFeed.sessions);
            },
            onProblem,
          },
        );
      });
    });
    // The feed is a state without a cursor: what happened during an absence has to be read.
    let returns = api.live.returnCount;
    $effect(() => {
      if (api.live.returnCount === returns) return;
      returns = api.live.returnCount;
      void this.reading.again();
    });
  }

  show({ search = this.search, status }: { search?: string; status?: CountStatus | undefined }) {
    const address = new URL(page.url.href);
    for (const [name, value] of Object.entries({ search, status })) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    void goto(address, { replace: true, reset: false });
  }

  #take(counts: readonly CountSession[]) {
    if (counts.length === 0) return;
    const shown = new Set(this.reading.rows.map(({ id }) => id));
    const waiting = new Set(this.waitingIds);
    for (const { id, status } of counts) {
      const isFitting = !this.status || this.status === status;
      if (shown.has(id) ? !isFitting : isFitting && !this.search) waiting.add(id);
    }
    this.reading.replace(new Map(counts.map((count) => [count.id, count])));
    this.waitingIds = waiting;
  }
}
