import { FindItems } from "@tallyroom/schema/operations/find-items.ts";
import { goto } from "$app/navigation";
import { api } from "#lib/shared/api/api.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import { places } from "./places.ts";
import { sheetAddress } from "./sheet-address.ts";
import { shownSettings } from "./settings-places.ts";
import { placeWords } from "./shell-words.ts";

export interface Command {
  id: string;
  group: "Pages" | "Warehouses" | "Items";
  glyph: GlyphName;
  title: string;
  detail?: string;
  run: () => void;
}

const pauseMs = 140;
const itemsShown = 8;

/** What the palette offers for the words typed so far. */
export class CommandSearch {
  words = $state("");
  #items = $state.raw<readonly Command[]>([]);
  isSearching = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  readonly commands = $derived.by((): readonly Command[] => {
    const fixed = [...pageCommands(), ...settingsCommands(), ...warehouseCommands()];
    const sheet = sheetCommand(this.words);
    if (sheet) return [sheet];
    const sought = this.words.trim().toLowerCase();
    const found = fixed.filter(({ title, detail }) =>
      `${title} ${detail ?? ""}`.toLowerCase().includes(sought),
    );
    return [...found, ...this.#items];
  });

  type(words: string) {
    this.words = words;
    clearTimeout(this.#timer);
    this.#turn += 1;
    const sought = words.trim();
    this.isSearching = sought !== "" && session.can("view:catalogue");
    if (this.isSearching) this.#timer = setTimeout(() => void this.#find(sought), pauseMs);
    else this.#items = [];
  }

  async #find(search: string) {
    const turn = ++this.#turn;
    // A search that fails offers nothing; the pages stay offered and the pill tells the rest.
    const answer = await api.query(FindItems, { search, first: itemsShown }).catch(() => undefined);
    if (turn !== this.#turn) return;
    this.isSearching = false;
    this.#items = (answer?.items.nodes ?? []).map((item) => ({
      id: `item-${item.id}`,
      group: "Items",
      glyph: "catalogue",
      title: item.sku,
      detail: item.description,
      run: () => void goto(currentWarehouse.pathTo(`/items/${encodeURIComponent(item.id)}`)),
    }));
  }
}

/** The QR code of a count sheet, read by a scanner that types. */
function sheetCommand(words: string): Command | undefined {
  const sheet = sheetAddress(words);
  if (!sheet || !session.can("view:stock-count")) return undefined;
  return {
    id: "sheet",
    group: "Pages",
    glyph: "counts",
    title: `Type in sheet ${sheet.number}`,
    run: () => void goto(sheet.path),
  };
}

function pageCommands(): Command[] {
  return places
    .filter((place) => !place.permission || session.can(place.permission))
    .map((place) => ({
      id: `page-${place.path}`,
      group: "Pages",
      glyph: place.glyph,
      title: placeWords(place.word),
      run: () => void goto(place.isOfWarehouse ? currentWarehouse.pathTo(place.path) : place.path),
    }));
}

function settingsCommands(): Command[] {
  return shownSettings().map(({ path, word }) => ({
    id: `page-${path}`,
    group: "Pages",
    glyph: "admin",
    title: placeWords(word),
    detail: placeWords("settings"),
    run: () => void goto(currentWarehouse.pathTo(path)),
  }));
}

function warehouseCommands(): Command[] {
  return (session.viewer?.warehouses ?? []).map((warehouse) => ({
    id: `warehouse-${warehouse.id}`,
    group: "Warehouses",
    glyph: "locations",
    title: warehouse.name,
    detail: warehouse.code,
    run: () => currentWarehouse.choose(warehouse),
  }));
}
