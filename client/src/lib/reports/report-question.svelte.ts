import type { ReportChoices } from "@tallyroom/schema/operations/report-choices.ts";
import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { tick } from "svelte";
import { goto } from "$app/navigation";
import { page } from "$app/state";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";

export type ReportChoice = ResultOf<typeof ReportChoices>;
export type ReportCode = ReportChoice["reports"][number]["code"];

const filterNames = ["from", "to", "sessionId", "itemId", "locationId", "categoryId"] as const;
type FilterName = (typeof filterNames)[number];
/** Beside the ids, what they are called: an address that is handed on says it without asking. */
type Shown = FilterName | "item" | "location";

/** Which report is asked for and what it is narrowed to: the address says it. */
export class ReportQuestion {
  readonly code = $derived((page.params["code"] ?? "").toUpperCase() as ReportCode);
  readonly filter = $derived.by(() =>
    Object.fromEntries(
      filterNames.flatMap((name) => {
        const value = page.url.searchParams.get(name);
        return value ? [[name, value]] : [];
      }),
    ),
  ) as Partial<Record<FilterName, string>>;
  readonly isNarrowed = $derived(Object.keys(this.filter).length > 0);

  /** What reads the rest of the rows. */
  #readRest: (() => Promise<void>) | undefined;

  /** Answers with how to take it back. */
  readBeforePrint(readRest: () => Promise<void>): () => void {
    this.#readRest = readRest;
    return () => (this.#readRest = undefined);
  }

  async print() {
    await this.#readRest?.();
    await tick();
    window.print();
  }

  of(name: Shown): string {
    return page.url.searchParams.get(name) ?? "";
  }

  /** Each is taken away by an empty text. */
  narrow(changes: Partial<Record<Shown, string>>) {
    const address = new URL(page.url.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    void goto(address, { replace: true, reset: false });
  }

  /** Days, item and category mean the same in another warehouse; its counts and places are others. */
  ofWarehouse(code: string) {
    const address = new URL(page.url.href);
    for (const name of ["sessionId", "locationId", "location"]) address.searchParams.delete(name);
    address.searchParams.set("warehouse", code);
    void goto(address, { replace: true, reset: false });
  }

  pathTo(code: ReportCode): string {
    return `/reports/${code.toLowerCase()}${page.url.search}`;
  }

  /** The whole of it, as a file. */
  fileOf(ending: "csv" | "xlsx"): string {
    const asked = new URLSearchParams({
      ...this.filter,
      warehouse: currentWarehouse.value?.id ?? "",
    });
    return `/report-files/${this.code}.${ending}?${asked}`;
  }
}
