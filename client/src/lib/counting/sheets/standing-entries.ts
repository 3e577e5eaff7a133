import type { SheetLine } from "./count-sheet.ts";
import type { Observation } from "./paper-observation.ts";

export interface EntryName {
  externalId: string;
  userId: string | undefined;
}

interface Known {
  /** Null where what stood was taken back and nothing is written. */
  standing: EntryName | null;
  /** What stood before: a sheet that was read meanwhile may still say so. */
  past: ReadonlySet<string | null>;
}

/**
 * Which entry stands for each line. The sheet says it, but whoever types fast is ahead of the sheet:
 * taking back what has been taken back already would leave both of the others.
 */
export class StandingEntries {
  readonly #known = new Map<string, Known>();

  of(lineId: string, entry: SheetLine["entry"]): EntryName | null {
    const known = this.#known.get(lineId);
    if (known?.past.has(entry?.externalId ?? null)) return known.standing;
    return entry ? { externalId: entry.externalId, userId: entry.counter?.id } : null;
  }

  follow(lineId: string, before: EntryName | null, made: Observation | undefined) {
    const past = this.#known.get(lineId)?.past ?? new Set();
    const standing = made
      ? { externalId: made.externalId, userId: made.countedById ?? undefined }
      : null;
    this.#known.set(lineId, { standing, past: new Set([...past, before?.externalId ?? null]) });
  }
}
