import { goto } from "$app/navigation";
import { page } from "$app/state";
import { trackings, type Tracking } from "./tracking.ts";

const abcClasses = ["A", "B", "C"] as const;
export type AbcClass = (typeof abcClasses)[number];
const orderFields = ["SKU", "DESCRIPTION"] as const;
type OrderField = (typeof orderFields)[number];

interface Changes {
  search?: string;
  tracking?: Tracking | "";
  category?: string;
  abc?: AbcClass | "";
}

/** What the catalogue page asks for, kept in the address. */
export class ItemQuestion {
  readonly search = $derived(page.url.searchParams.get("search") ?? "");
  readonly tracking = $derived(
    trackings.find((tracking) => tracking === page.url.searchParams.get("tracking")) ?? "",
  );
  readonly abcClass = $derived(
    abcClasses.find((abcClass) => abcClass === page.url.searchParams.get("abc")) ?? "",
  );
  readonly categoryId = $derived(page.url.searchParams.get("category") ?? "");
  readonly orderField = $derived(
    orderFields.find((field) => field === page.url.searchParams.get("order")) ?? "SKU",
  );
  readonly direction = $derived(
    page.url.searchParams.get("direction") === "DESC" ? ("DESC" as const) : ("ASC" as const),
  );
  readonly isFiltered = $derived(
    [this.search, this.tracking, this.abcClass, this.categoryId].some((each) => each !== ""),
  );
  readonly filter = $derived({
    ...(this.tracking && { tracking: { eq: this.tracking } }),
    ...(this.abcClass && { abcClass: { eq: this.abcClass } }),
    ...(this.categoryId && { categoryId: { eq: this.categoryId } }),
  });

  set(changes: Changes) {
    this.#go({ ...changes });
  }

  orderBy(field: OrderField) {
    const isSame = field === this.orderField;
    this.#go({ order: field, direction: isSame && this.direction === "ASC" ? "DESC" : "" });
  }

  clear() {
    this.#go({ search: "", tracking: "", category: "", abc: "" });
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
