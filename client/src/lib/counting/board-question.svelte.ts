import { goto } from "$app/navigation";
import { page } from "$app/state";
import {
  lineGroupings,
  lineOrders,
  lineViews,
  type LineFilter,
  type LineGrouping,
  type LineOrder,
  type LineQuestion,
  type LineView,
} from "./line-question.ts";

const largestFirst: readonly LineOrder[] = ["QUANTITY_EXPECTED", "QUANTITY_COUNTED"];
const states = ["COUNTED", "NOT_VISITED", "SKIPPED", "NOT_ACCESSIBLE"] as const;

/** In an address: lines without a reason. */
export const noReason = "none";

interface Opening {
  view?: () => LineView;
  orderField?: (view: LineView) => LineOrder;
}

/** Each is taken away by an empty text. */
export type Narrowing = Partial<
  Record<"search" | "place" | "category" | "state" | "item" | "reason" | "group", string>
>;

/** What the board shows. It lives in the address, so that a link shows the same lines. */
export class BoardQuestion {
  readonly #opening: Opening;
  readonly view = $derived.by(
    () => lineViews.find((view) => view === page.url.searchParams.get("view")) ?? this.#openingView,
  );
  readonly search = $derived(page.url.searchParams.get("search") ?? "");
  readonly orderField = $derived.by(
    () =>
      lineOrders.find((field) => field === page.url.searchParams.get("order")) ??
      this.#opening.orderField?.(this.view) ??
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
  readonly itemId = $derived(page.url.searchParams.get("item") ?? "");
  /** The code of a reason, or `noReason`. */
  readonly reason = $derived(page.url.searchParams.get("reason") ?? "");
  /** What the lines are summed by instead of being listed. */
  readonly grouping = $derived(
    lineGroupings.find((each) => each === page.url.searchParams.get("group")),
  );
  readonly filter = $derived.by((): LineFilter | undefined => {
    const parts: LineFilter = {
      ...(this.placeId && { withinLocationId: { eq: this.placeId } }),
      ...(this.categoryId && { categoryId: { eq: this.categoryId } }),
      ...(this.state && { state: { eq: this.state } }),
      ...(this.itemId && { itemId: { eq: this.itemId } }),
      ...(this.reason && {
        reasonCode: this.reason === noReason ? { isNull: true as const } : { eq: this.reason },
      }),
    };
    return Object.keys(parts).length > 0 ? parts : undefined;
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
    if (view === this.#openingView) address.searchParams.delete("view");
    else address.searchParams.set("view", view);
    return address.pathname + address.search;
  }

  show(view: LineView) {
    this.#go({ view: view === this.#openingView ? "" : view, line: "" });
  }

  find(search: string) {
    this.#go({ search });
  }

  orderBy(field: LineOrder) {
    const flipped = this.direction === "ASC" ? "DESC" : "ASC";
    this.#go({ order: field, direction: field === this.orderField ? flipped : "" });
  }

  narrow(changes: Narrowing) {
    this.#go({ ...changes });
  }

  groupBy(grouping: LineGrouping | "") {
    this.#go({ group: grouping, line: "" });
  }

  get #openingView(): LineView {
    return this.#opening.view?.() ?? "ALL";
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
