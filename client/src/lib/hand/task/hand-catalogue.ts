import { comparable } from "../scanning/check-digit.ts";
import type { ItemCode } from "../scanning/classify-scan.ts";
import type { KeptItem } from "./kept-task.ts";

const shortestPart = 4;

/** The items that the device knows, by every code they have. In memory: a scan is answered at once. */
export class HandCatalogue {
  readonly #items = new Map<string, KeptItem>();
  readonly #byBarcode = new Map<string, ItemCode[]>();
  readonly #byNumber = new Map<string, ItemCode[]>();
  /** As they are printed. */
  readonly #codes = new Set<string>();

  get size() {
    return this.#items.size;
  }

  add(items: readonly KeptItem[]) {
    for (const item of items) {
      // What an item was called before still stands on its labels: codes are only ever added.
      this.#items.set(item.id, item);
      put(this.#byNumber, item.sku.toUpperCase(), { itemId: item.id, packUnitCode: null });
      this.#codes.add(item.sku.toUpperCase());
      for (const { code, packUnitCode } of item.codes) {
        put(this.#byBarcode, comparable(code), { itemId: item.id, packUnitCode });
        this.#codes.add(code.toUpperCase());
      }
    }
  }

  /** Their codes mean nothing any more. */
  remove(itemIds: readonly string[]) {
    for (const id of itemIds) this.#items.delete(id);
  }

  item(itemId: string): KeptItem | undefined {
    return this.#items.get(itemId);
  }

  /** As it compares. */
  knows(code: string): boolean {
    return this.itemsWithBarcode(code).length + this.itemsWithNumber(code).length > 0;
  }

  itemsWithBarcode(code: string): readonly ItemCode[] {
    return this.#inUse(this.#byBarcode.get(code));
  }

  itemsWithNumber(code: string): readonly ItemCode[] {
    return this.#inUse(this.#byNumber.get(code));
  }

  #inUse(codes: readonly ItemCode[] = []): readonly ItemCode[] {
    return codes.filter(({ itemId }) => this.#items.has(itemId));
  }

  isPartOfCode(part: string): boolean {
    if (part.length < shortestPart) return false;
    for (const code of this.#codes)
      if (code.length > part.length && (code.startsWith(part) || code.endsWith(part))) return true;
    return false;
  }

  /** For a person who types: words that all occur in number or description. */
  find(typed: string, limit: number): KeptItem[] {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const found: KeptItem[] = [];
    for (const item of this.#items.values()) {
      const text = `${item.sku} ${item.description}`.toLowerCase();
      if (words.every((word) => text.includes(word))) found.push(item);
      if (found.length >= limit) break;
    }
    return found;
  }
}

function put(codes: Map<string, ItemCode[]>, code: string, meaning: ItemCode) {
  const known = codes.get(code) ?? [];
  const isKnown = known.some(
    ({ itemId, packUnitCode }) =>
      itemId === meaning.itemId && packUnitCode === meaning.packUnitCode,
  );
  if (!isKnown) codes.set(code, [...known, meaning]);
}
