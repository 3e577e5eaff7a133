import { goto } from "$app/navigation";
import { page } from "$app/state";
import { signOf } from "#lib/shared/text/decimal.ts";
import { stockSight } from "./follow-stock.svelte.ts";
import type { QuantRow, QuantStatus } from "./quant-row.ts";
import { statuses } from "./quant-status.ts";

export const orderFields = [
  "LOCATION",
  "ITEM",
  "QUANTITY_ON_HAND",
  "LAST_MOVED_AT",
  "EXPIRES_ON",
] as const;
export type OrderField = (typeof orderFields)[number];

/** Numbers and times are sought from the large end, names from the beginning. */
const firstDirection: Record<OrderField, "ASC" | "DESC"> = {
  LOCATION: "ASC",
  ITEM: "ASC",
  QUANTITY_ON_HAND: "DESC",
  LAST_MOVED_AT: "DESC",
  EXPIRES_ON: "ASC",
};

/** What the stock page asks for. It lives in the address, so that a link shows the same rows. */
export class StockQuestion {
  readonly search = $derived(page.url.searchParams.get("search") ?? "");
  readonly status = $derived(
    statuses.find((status) => status === page.url.searchParams.get("status")),
  );
  readonly categoryId = $derived(page.url.searchParams.get("category") ?? "");
  readonly zoneId = $derived(page.url.searchParams.get("zone") ?? "");
  readonly orderField = $derived(
    orderFields.find((field) => field === page.url.searchParams.get("order")) ?? "LOCATION",
  );
  readonly direction = $derived.by((): "ASC" | "DESC" => {
    const named = page.url.searchParams.get("direction");
    return named === "ASC" || named === "DESC" ? named : firstDirection[this.orderField];
  });
  /** Lots and places that held stock once. Who may not see quantities is not told which are empty. */
  readonly showsEmpty = $derived(page.url.searchParams.has("empty") || !stockSight().seesExpected);
  readonly isFiltered = $derived(
    this.search !== "" || !!this.status || this.categoryId !== "" || this.zoneId !== "",
  );
  readonly filter = $derived({
    ...(this.status && { status: { eq: this.status } }),
    ...(this.categoryId && { categoryId: { eq: this.categoryId } }),
    ...(this.zoneId && { withinLocationId: { eq: this.zoneId } }),
    ...(!this.showsEmpty && { quantityOnHand: { neq: "0" } }),
  });
  /** A move can change the place of a row in this order. */
  readonly isOrderedByMoves = $derived(
    this.orderField === "QUANTITY_ON_HAND" || this.orderField === "LAST_MOVED_AT",
  );

  set(changes: { search?: string; status?: QuantStatus; category?: string; zone?: string }) {
    this.#go(changes);
  }

  showEmpty(isShown: boolean) {
    this.#go({ empty: isShown ? "1" : "" });
  }

  orderBy(field: OrderField) {
    const isSame = field === this.orderField;
    const flipped = this.direction === "ASC" ? "DESC" : "ASC";
    this.#go({ order: field, direction: isSame ? flipped : firstDirection[field] });
  }

  clear() {
    this.#go({ search: "", status: undefined, category: "", zone: "" });
  }

  /**
   * Whether a row the list has not got would belong to it. Only the words of a search are compared
   * as the server does it; that decides whether to speak of a new row, not whether to show it.
   */
  wouldShow({ item, location, lot, status, quantityOnHand }: QuantRow): boolean {
    const places = [location.id, location.parent?.id, location.parent?.parent?.id];
    const text = [item.sku, item.description, location.code, lot?.code].join(" ").toLowerCase();
    if (!this.showsEmpty && signOf(quantityOnHand ?? "0") === 0) return false;
    if (this.status && this.status !== status) return false;
    if (this.categoryId && this.categoryId !== item.category?.id) return false;
    if (this.zoneId && !places.includes(this.zoneId)) return false;
    return this.search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  }

  #go(changes: Record<string, string | undefined>) {
    const address = new URL(page.url.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    void goto(address, { replace: true, reset: false });
  }
}
