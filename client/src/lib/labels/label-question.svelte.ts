import { goto } from "$app/navigation";
import { page } from "$app/state";
import type { SymbolShape } from "./label.ts";
import { papers } from "./paper.ts";

export const labelKinds = ["LOCATIONS", "ITEMS", "JOIN", "COMMANDS"] as const;
export type LabelKind = (typeof labelKinds)[number];
const shapes = ["BARS", "DATA_MATRIX", "QR"] as const;

/** What is to be printed, and on what: kept in the address. */
export class LabelQuestion {
  readonly kind = $derived<LabelKind>(
    labelKinds.find((kind) => kind === this.#text("what").toUpperCase()) ?? "LOCATIONS",
  );
  readonly withinId = $derived(this.#text("within"));
  readonly countId = $derived(this.#text("count"));
  readonly search = $derived(this.#text("search"));
  readonly categoryId = $derived(this.#text("category"));
  readonly paper = $derived(papers.find(({ id }) => id === this.#text("paper")) ?? papers[0]);
  readonly shape = $derived<SymbolShape>(
    shapes.find((shape) => shape === this.#text("symbol").toUpperCase()) ?? "BARS",
  );
  readonly usedOnFirst = $derived(Number(/^\d{1,2}$/.exec(this.#text("used"))?.[0] ?? 0));
  readonly isWithCheckDigits = $derived(this.#text("digits") === "yes");

  set(changes: Record<string, string>) {
    const address = new URL(page.url.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    void goto(address, { replace: true, reset: false });
  }

  #text(name: string): string {
    return page.url.searchParams.get(name) ?? "";
  }
}
