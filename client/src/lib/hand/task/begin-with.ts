import type { KeptEntry } from "../entries/entry.ts";
import { isCountedByPiece } from "./hand-line.ts";
import type { KeptItem, WorkCount, WorkPlace } from "./kept-task.ts";
import { isOpenTo } from "./next-place.ts";
import type { PlaceRow } from "./place-rows.ts";

type Before = Pick<KeptEntry, "sessionId" | "locationId" | "itemId" | "unitCode">;

/** Option 340: the item of the entry before, where it lies here, too. */
export function rowToBeginWith(
  rows: readonly PlaceRow[],
  before: Before | null,
  { id, options }: Pick<WorkCount, "id" | "options">,
): PlaceRow | undefined {
  if (!options.keepsItem || before?.sessionId !== id || before.itemId === null) return undefined;
  return rows.find(({ line }) => line?.item.id === before.itemId);
}

/** Option 342: the place of the entry before, as long as something is left to do there. */
export function placeToBeginWith(
  counts: readonly WorkCount[],
  before: Before | null,
  userId: string,
): { count: WorkCount; place: WorkPlace } | undefined {
  const count = counts.find(({ id }) => id === before?.sessionId);
  if (!count?.options.keepsPlace) return undefined;
  const place = count.places.find(({ id }) => id === before?.locationId);
  return place && isOpenTo(place, count, userId) ? { count, place } : undefined;
}

/** Option 343: the unit of the entry before, where the item has it, too. */
export function unitToBeginWith(
  item: KeptItem,
  unitBefore: string | null,
  { options }: Pick<WorkCount, "options">,
): string | null {
  if (!options.keepsUnit || !options.splitsUnits || isCountedByPiece(item)) return null;
  return item.packs.some(({ unitCode }) => unitCode === unitBefore) ? unitBefore : null;
}

/** Option 341: items by words of their description while they are typed; without it, by their whole number. */
export function itemsToSuggest(
  typed: string,
  catalogue: {
    find(typed: string, limit: number): KeptItem[];
    itemsWithNumber(code: string): readonly { itemId: string }[];
    item(itemId: string): KeptItem | undefined;
  },
  { options }: Pick<WorkCount, "options">,
  limit = 5,
): KeptItem[] {
  if (options.suggestsItems) return catalogue.find(typed, limit);
  return catalogue
    .itemsWithNumber(typed.trim().toUpperCase())
    .flatMap(({ itemId }) => catalogue.item(itemId) ?? []);
}
