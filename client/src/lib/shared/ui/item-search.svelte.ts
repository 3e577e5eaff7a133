import { FindItems } from "@tallyroom/schema/operations/find-items.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import type { NamedItem } from "./named-item.ts";

const pauseMs = 160;
const itemsShown = 8;

/** Items, sought by a part of their id or description. */
export class ItemSearch {
  words = $state("");
  found = $state.raw<readonly NamedItem[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  type(words: string) {
    this.words = words;
    this.found = [];
    clearTimeout(this.#timer);
    this.#turn += 1;
    if (words.trim()) this.#timer = setTimeout(() => void this.#find(), pauseMs);
  }

  clear() {
    this.type("");
  }

  /** What was typed or scanned in full needs no choosing. */
  async settle(): Promise<NamedItem | undefined> {
    clearTimeout(this.#timer);
    if (!this.words.trim()) return undefined;
    if (this.found.length === 0) await this.#find();
    const sought = this.words.trim().toUpperCase();
    return this.found.find(({ sku }) => sku.toUpperCase() === sought) ?? this.found[0];
  }

  async #find() {
    const turn = ++this.#turn;
    const asked = { search: this.words.trim(), first: itemsShown };
    const answer = await api.query(FindItems, asked).catch(() => undefined);
    if (turn === this.#turn) this.found = answer?.items.nodes ?? [];
  }
}
