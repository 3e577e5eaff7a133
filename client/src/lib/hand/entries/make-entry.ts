import { newId } from "#lib/shared/api/new-id.ts";
import type { Entry, EntryTarget } from "./entry.ts";

/** What a verb says; the rest is who, when and where. */
export type EntryContent = Pick<Entry, "mode"> &
  Partial<
    Pick<Entry, "quantity" | "unitCode" | "factor" | "serials" | "reason" | "note" | "voids">
  >;

export interface Witness {
  userId: string;
  countedAt: string;
  clockOffsetMs: number | null;
  pageId: string;
}

export function makeEntry(target: EntryTarget, content: EntryContent, witness: Witness): Entry {
  const { sessionId, locationId, lineKey, lineId, itemId, lotCode, rawScan } = target;
  const { userId, countedAt, clockOffsetMs, pageId } = witness;
  return {
    ...{ sessionId, locationId, lineKey, lineId, itemId, lotCode, rawScan },
    ...{ quantity: null, unitCode: null, factor: "1", serials: [] },
    ...{ reason: null, note: null, voids: null },
    ...content,
    ...{ userId, countedAt, clockOffsetMs, pageId },
    externalId: newId(),
  };
}
