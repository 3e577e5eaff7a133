import type { KeptEntry } from "../entries/entry.ts";
import type { HandCatalogue } from "./hand-catalogue.ts";
import type { KeptPlace, WorkCount, WorkPlace } from "./kept-task.ts";
import { placeRows, type PlaceRow } from "./place-rows.ts";

/** What one person has done in a count, and what is left for him, as far as the device knows. */
export interface CountOverview {
  /** Places where he is asked to count again, with how many lines. */
  recounts: readonly { place: WorkPlace; lines: number }[];
  /** Places in which he has entered something. */
  own: readonly WorkPlace[];
  /** Lines that he has left out, each to be decided before the count is handed in. */
  skipped: readonly { place: WorkPlace; row: PlaceRow }[];
  counted: number;
  waiting: number;
  rejected: number;
}

export function countOverview(
  { places }: Pick<WorkCount, "places">,
  kept: readonly KeptPlace[],
  entries: readonly KeptEntry[],
  catalogue: Pick<HandCatalogue, "item">,
): CountOverview {
  const byPlace = Map.groupBy(entries, ({ locationId }) => locationId);
  const keptById = new Map(kept.map((place) => [place.locationId, place]));
  const seen = places.flatMap((place) => {
    const own = byPlace.get(place.id) ?? [];
    const lines = keptById.get(place.id)?.lines ?? [];
    const again = lines.filter(({ recount }) => recount === "MINE");
    if (own.length === 0 && again.length === 0) return [];
    return [{ place, rows: placeRows({ lines }, own, catalogue) }];
  });
  const rows = seen.flatMap(({ place, rows: all }) => all.map((row) => ({ place, row })));
  const isLeftOut = ({ row: { tally } }: (typeof rows)[number]) =>
    tally.kind === "SKIPPED" || tally.kind === "NOT_ACCESSIBLE";
  return {
    recounts: seen.flatMap(({ place, rows: all }) => {
      const lines = all.filter(
        ({ line, tally }) => line?.recount === "MINE" && tally.kind === "BLANK",
      ).length;
      return lines > 0 ? [{ place, lines }] : [];
    }),
    own: seen.filter(({ place }) => byPlace.has(place.id)).map(({ place }) => place),
    skipped: rows.filter(isLeftOut),
    counted: rows.filter(({ row }) => row.tally.kind === "COUNTED").length,
    waiting: entries.filter(({ state }) => state === "WAITING").length,
    rejected: entries.filter(({ state }) => state === "REJECTED").length,
  };
}
