import { goto } from "$app/navigation";
import { page } from "$app/state";
import {
  lineOrders,
  lineViews,
  type LineOrder,
  type LineQuestion,
  type LineView,
} from "./line-question.ts";

const largestFirst: readonly LineOrder[] = ["QUANTITY_EXPECTED", "QUANTITY_COUNTED"];

/** What the board shows. It lives in the address, so that a link shows the same lines. */
export class BoardQuestion {
  readonly view = $derived(
    lineViews.find((view) => view === page.url.searchParams.get("view")) ?? "ALL",
  );
  readonly search = $derived(page.url.searchParams.get("search") ?? "");
  readonly orderField = $derived(
    lineOrders.find((field) => field === page.url.searchParams.get("order")) ?? "LINE_NUMBER",
  );
  readonly direction = $derived.by((): "ASC" | "DESC" => {
    const named = page.url.searchParams.get("direction");
    if (named === "ASC" || named === "DESC") return named;
    return largestFirst.includes(this.orderField) ? "DESC" : "ASC";
  });
  /** The line whose panel is open. */
  readonly lineId = $derived(page.url.searchParams.get("line") ?? undefined);
  readonly value = $derived<LineQuestion>({
    view: this.view,
    search: this.search,
    orderBy: { field: this.orderField, direction: this.direction },
  });

  /** The address of the same count in another view. */
  pathTo(view: LineView): string {
    const address = new URL(page.url.href);
    if (view === "ALL") address.searchParams.delete("view");
    else address.searchParams.set("view", view);
    return address.pathname + address.search;
  }

  find(search: string) {
    this.#go({ search });
  }

  orderBy(field: LineOrder) {
    const flipped = this.direction === "ASC" ? "DESC" : "ASC";
    this.#go({ order: field, direction: field === this.orderField ? flipped : "" });
  }

  open(lineId: string | undefined) {
    this.#go({ line: lineId ?? "" });
  }

  #go(changes: Record<string, string>) {
    const address = new URL(page.url.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    void goto(address, { replace: true, reset: false });
  }
}
