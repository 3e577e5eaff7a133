import { goto } from "$app/navigation";
import { page } from "$app/state";
import {
  lineOrders,
  lineViews,
  type LineFilter,
  type LineOrder,
  type LineQuestion,
  type LineView,
} from "./line-question.ts";

const largestFirst: readonly LineOrder[] = ["QUANTITY_EXPECTED", "QUANTITY_COUNTED"];
const states = ["COUNTED", "NOT_VISITED", "SKIPPED", "NOT_ACCESSIBLE"] as const;

interface Opening {
  view?: LineView;
  orderField?: LineOrder;
}

/** What the board shows. It lives in the address, so that a link shows the same lines. */
export class BoardQuestion {
  readonly #opening: Opening;
  readonly view = $derived.by(
    () =>
      lineViews.find((view) => view === page.url.searchParams.get("view")) ??
      this.#opening.view ??
      "ALL",
  );
  readonly search = $derived(page.url.searchParams.get("search") ?? "");
  readonly orderField = $derived.by(
    () =>
      lineOrders.find((field) => field === page.url.searchParams.get("order")) ??
      this.#opening.orderField ??
      "LINE_NUMBER",
  );
  readonly direction = $derived.by((): "ASC" | "DESC" => {
    const named = page.url.searchParams.get("direction");
    if (named === "ASC" || named === "DESC") return named;
    return largestFirst.includes(this.orderField) ? "DESC" : "ASC";
  });
  /** The line whose panel is open. */
  readonly lineId = $derived(page.url.searchParams.get("line") ?? undefined);
  readonly placeId = $derived(page.url.searchParams.get("place") ?? "");
  readonly categoryId = $derived(page.url.searchParams.get("category") ?? "");
  readonly state = $derived(
    states.find((state) => state === page.url.searchParams.get("state")) ?? "",
  );
  readonly filter = $derived.by((): LineFilter | undefined => {
    if (!this.placeId && !this.categoryId && !this.state) return undefined;
    return {
      ...(this.placeId && { withinLocationId: { eq: this.placeId } }),
      ...(this.categoryId && { categoryId: { eq: this.categoryId } }),
      ...(this.state && { state: { eq: this.state } }),
    };
  });
  readonly value = $derived<LineQuestion>({
    view: this.view,
    search: this.search,
    orderBy: { field: this.orderField, direction: this.direction },
    filter: this.filter,
  });

  /** What it shows when its address says nothing. */
  constructor(opening: Opening = {}) {
    this.#opening = opening;
  }

  /** The address of the same count in another view. */
  pathTo(view: LineView): string {
    const address = new URL(page.url.href);
    address.searchParams.delete("line");
    if (view === (this.#opening.view ?? "ALL")) address.searchParams.delete("view");
    else address.searchParams.set("view", view);
    return address.pathname + address.search;
  }

  show(view: LineView) {
    this.#go({ view, line: "" });
  }

  find(search: string) {
    this.#go({ search });
  }

  orderBy(field: LineOrder) {
    const flipped = this.direction === "ASC" ? "DESC" : "ASC";
    this.#go({ order: field, direction: field === this.orderField ? flipped : "" });
  }

  narrow(changes: { search?: string; place?: string; category?: string; state?: string }) {
    this.#go(changes);
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
