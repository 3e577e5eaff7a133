import { ownTally, standingEntries } from "../entries/own-tally.ts";
import { broughtBack, type Draft } from "./brought-back.ts";
import { countWords } from "./count-words.ts";
import type { CountingPlace } from "./counting-place.svelte.ts";

/** Everything that this person has entered here is taken back: its lines are blank again. */
export async function resetPlace(place: CountingPlace): Promise<void> {
  const own = standingEntries(place.entries);
  await place.keep(
    own.map((entry) => [entry, { mode: "VOID", voids: entry.externalId }]),
    own.map(({ externalId }) => externalId),
  );
  place.tell("CHECK", countWords("reset"), countWords("resetDetail", { count: own.length }));
}

/** What the last reset took back, as it can be made again. What was counted anew since stays as it is. */
export function waysBack({
  entries,
  rows,
  takenBack,
}: Pick<CountingPlace, "entries" | "rows" | "takenBack">): Draft[] {
  const ids = new Set(takenBack);
  const before = Map.groupBy(
    entries.filter(({ externalId }) => ids.has(externalId)),
    ({ lineKey }) => lineKey,
  );
  return rows.flatMap(({ key, line, tally }) => {
    const own = before.get(key) ?? [];
    const [first] = own;
    // A line that is another's to count again is not this person's any more.
    const isHis = tally.kind === "BLANK" && line?.recount !== "OTHERS";
    return first && isHis ? broughtBack(first, ownTally(own)) : [];
  });
}

export async function undoReset(place: CountingPlace): Promise<void> {
  const drafts = waysBack(place);
  await place.keep(drafts, []);
  place.tell("ACCEPT", countWords("undone"), countWords("resetUndone", { count: drafts.length }));
}
