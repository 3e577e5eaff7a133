import { session } from "#lib/shared/session/session.svelte.ts";

export interface SavedView {
  name: string;
  /** The part of an address that says what is shown. */
  search: string;
}

const viewsAtMost = 30;

/** Views of one page that a person has named, remembered on this device. */
export class SavedViews {
  #page: string;
  #views = $state.raw<readonly SavedView[]>([]);

  constructor(page: string) {
    this.#page = page;
    this.#views = this.#remembered();
  }

  get all(): readonly SavedView[] {
    return this.#views;
  }

  /** A name is used once: saving under it again replaces what it meant. */
  save(name: string, search: string) {
    const others = this.#views.filter((view) => view.name !== name);
    this.#keep([...others, { name, search }].slice(-viewsAtMost));
  }

  forget(name: string) {
    this.#keep(this.#views.filter((view) => view.name !== name));
  }

  get #key() {
    return `tallyroom.views.${this.#page}.${session.viewer?.user.id ?? ""}`;
  }

  #keep(views: readonly SavedView[]) {
    this.#views = views;
    try {
      localStorage.setItem(this.#key, JSON.stringify(views));
    } catch {
      // storage refused: the names hold for this page
    }
  }

  #remembered(): readonly SavedView[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? "[]");
      return Array.isArray(kept) ? (kept as SavedView[]) : [];
    } catch {
      return []; // storage refused or spoilt: no name is known
    }
  }
}
