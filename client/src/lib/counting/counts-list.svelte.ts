import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { CountFigures } from "@tallyroom/schema/operations/count-figures.ts";
import { CountSessionTotals } from "@tallyroom/schema/operations/count-session-totals.ts";
import { CountSessions } from "@tallyroom/schema/operations/count-sessions.ts";
import { CountSessionsFeed } from "@tallyroom/schema/operations/count-sessions-feed.ts";
import { goto } from "$app/navigation";
import { page } from "$app/state";
import { api } from "#lib/shared/api/api.svelte.ts";
import { keepFollowing } from "#lib/shared/api/keep-following.ts";
import { paced } from "#lib/shared/api/paced.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse, type Warehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { ListedCount } from "./count-figures.ts";
import type { CountSession } from "./count-session.ts";
import { statuses } from "./count-words.ts";

const pageSize = 50;
const figuresApartMs = 5_000;
export const createdWithin = ["7", "30", "90", "365"] as const;
const unfinished = ["DRAFT", "OPEN", "PENDING_APPROVAL", "PARTIAL"] as const;

/** The counts of the current warehouse or of all, live: what changes changes where it stands. */
export class CountsList {
  readonly search = $derived(page.url.searchParams.get("search") ?? "");
  readonly status = $derived(
    statuses.find((status) => status === page.url.searchParams.get("status")),
  );
  /** Planned within so many days. */
  readonly days = $derived(
    createdWithin.find((days) => days === page.url.searchParams.get("created")) ?? "",
  );
  readonly isLate = $derived(page.url.searchParams.get("due") === "late");
  /** All warehouses that the viewer sees, not only the current one. */
  readonly isEverywhere = $derived(page.url.searchParams.get("from") === "all");
  /** Where the counts of the list are. */
  readonly warehouses = $derived.by((): readonly Warehouse[] => {
    if (this.isEverywhere) return session.viewer?.warehouses ?? [];
    return currentWarehouse.value ? [currentWarehouse.value] : [];
  });
  readonly isFiltered = $derived(
    this.search !== "" || this.status !== undefined || this.days !== "" || this.isLate,
  );
  readonly #filter = $derived({
    ...(this.status && { status: { eq: this.status } }),
    ...(!this.status && this.isLate && { status: { in: [...unfinished] } }),
    ...(this.days && { createdAt: { gt: daysAgo(Number(this.days)) } }),
    ...(this.isLate && { deadlineAt: { lt: daysAgo(0) } }),
  });
  readonly totals: Reading<ResultOf<typeof CountSessionTotals>["countSessionTotals"]>;
  readonly reading: PagedReading<ListedCount>;
  /** Sums over all lines of a count are not read with each entry. */
  #figuresPace = paced((ids: readonly string[]) => void this.#readFigures(ids), figuresApartMs);
  /** Counts that are new, or that the filter would no longer show. */
  waitingIds = $state.raw<ReadonlySet<string>>(new Set());

  constructor() {
    this.reading = new PagedReading((after) => {
      if (this.warehouses.length === 0) return undefined;
      if (after === null) this.waitingIds = new Set();
      return api
        .query(CountSessions, {
          warehouseId: this.#warehouseId,
          first: pageSize,
          after,
          search: this.search || null,
          filter: this.#filter,
          ...sight(),
        })
        .then(({ countSessions }) => countSessions);
    });
    this.totals = new Reading(() => {
      void this.reading.rows; // what was read or has changed is summed again
      if (this.warehouses.length === 0) return undefined;
      const { seesValue } = sight();
      const asked = { search: this.search || null, filter: this.#filter, seesValue };
      return api
        .query(CountSessionTotals, { warehouseId: this.#warehouseId, ...asked })
        .then(({ countSessionTotals }) => countSessionTotals);
    });
    $effect(() => () => this.#figuresPace.stop());
    $effect(() => {
      const following = this.warehouses.map(({ id }) => this.#follow(id));
      return () => following.forEach((stop) => stop());
    });
    // The feed is a state without a cursor: what happened during an absence has to be read.
    let returns = api.live.returnCount;
    $effect(() => {
      if (api.live.returnCount === returns) return;
      returns = api.live.returnCount;
      void this.reading.again();
    });
  }

  /** Each is taken away by an empty text. */
  show(changes: Partial<Record<"search" | "status" | "created" | "due" | "from", string>>) {
    const address = new URL(page.url.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    void goto(address, { replace: true, reset: false });
  }

  /** Null asks for all. */
  get #warehouseId(): string | null {
    return this.isEverywhere ? null : (this.warehouses[0]?.id ?? null);
  }

  /** The one that a count of the list is in. */
  warehouseOf({ warehouse }: ListedCount): Warehouse | undefined {
    return this.warehouses.find(({ id }) => id === warehouse?.id) ?? this.warehouses[0];
  }

  #follow(warehouseId: string): () => void {
    let isBegunAnew = false;
    return keepFollowing(({ onWell, onProblem }) => {
      if (isBegunAnew) void this.reading.again();
      isBegunAnew = true;
      return api.follow(
        CountSessionsFeed,
        { warehouseId },
        {
          onData: ({ countSessionsFeed }) => {
            onWell();
            this.#take(countSessionsFeed.sessions);
          },
          onProblem,
        },
      );
    });
  }

  #take(counts: readonly CountSession[]) {
    if (counts.length === 0) return;
    const shown = new Set(this.reading.rows.map(({ id }) => id));
    const waiting = new Set(this.waitingIds);
    for (const { id, status } of counts) {
      const isFitting = !this.status || this.status === status;
      if (shown.has(id) ? !isFitting : isFitting && !this.search) waiting.add(id);
    }
    this.#put(counts);
    this.#figuresPace.push(counts.filter(({ id }) => shown.has(id)).map(({ id }) => id));
    this.waitingIds = waiting;
  }

  /** What a frame does not say of a count stays as it was read. */
  #put(counts: readonly ({ id: string } & Partial<ListedCount>)[]) {
    const known = new Map(this.reading.rows.map((row) => [row.id, row]));
    const merged = counts.flatMap((count) => {
      const row = known.get(count.id);
      return row ? [[count.id, { ...row, ...count }] as const] : [];
    });
    this.reading.replace(new Map(merged));
  }

  async #readFigures(ids: readonly string[]) {
    for (const sessionId of new Set(ids)) {
      const answer = await api
        .query(CountFigures, { sessionId, ...sight() })
        .catch(() => undefined);
      if (answer?.countSession) this.#put([answer.countSession]);
    }
  }
}

const dayMs = 86_400_000;

/** By the minute, so that the same question is asked while somebody looks. */
function daysAgo(days: number): string {
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  return new Date(now - days * dayMs).toISOString();
}

function sight() {
  const seesExpected = session.can("view:expected-quantity");
  return { seesExpected, seesValue: seesExpected && session.can("view:cost") };
}
