import type { HandCatalogue } from "./hand-catalogue.ts";
import { joinPath, readJoinCode } from "../join/join-code.ts";
import { comparable } from "../scanning/check-digit.ts";
import { placeToBeginWith } from "./begin-with.ts";
import { readSheetCode, wayOfSheet } from "./sheet-code.ts";
import { placePath } from "./next-place.ts";

type Counts = Parameters<typeof placeToBeginWith>[0];

interface Known {
  counts: Counts;
  userId: string;
  hand: {
    previousEntry: Parameters<typeof placeToBeginWith>[1];
    catalogue: Pick<HandCatalogue, "knows">;
    person: { plansCounts?: boolean } | null;
  };
}

/** Where a scan leads that is made while no place is open; an item is carried along and counts there. */
export function wayOfScan(
  text: string,
  { counts, userId, hand }: Known,
): { path: string; placeId?: string; isCarried?: true } | undefined {
  const code = comparable(text);
  for (const count of counts) {
    const place = count.places.find(
      (each) => each.code.toUpperCase() === code || comparable(each.barcode ?? "") === code,
    );
    if (place) return { path: placePath(count.id, place.id), placeId: place.id };
  }
  const sheet = readSheetCode(text.replace(/^\][A-Za-z]\d/, ""));
  const way =
    sheet && wayOfSheet(sheet, { counts, plansCounts: hand.person?.plansCounts ?? false });
  if (way) return { path: way };
  const joined = text.includes("/join/") && readJoinCode(text);
  if (joined) return { path: joinPath(joined) };
  const begun = placeToBeginWith(counts, hand.previousEntry, userId);
  if (!begun || !hand.catalogue.knows(code)) return undefined;
  return { path: placePath(begun.count.id, begun.place.id), isCarried: true };
}
