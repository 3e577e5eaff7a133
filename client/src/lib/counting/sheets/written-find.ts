import { newId } from "#lib/shared/api/new-id.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { Observation } from "./paper-observation.ts";

/** Something that lay there and that the sheet does not list, as it was written down. */
export interface WrittenFind {
  /** Of its entry: typed once, it is sent under this id. */
  id: string;
  place: { id: string; code: string };
  /** Without an id, nobody knows it by what was written: somebody matches it later. */
  item: { id: string | null; code: string };
  lotCode: string;
  serials: readonly string[];
  /** Null where single pieces are listed. */
  quantity: string | null;
  unitCode: string;
  note: string;
}

export function writtenFind(given: Omit<WrittenFind, "id">): WrittenFind {
  return { id: newId(), ...given };
}

/** Another part of its place, as the hand says of what it finds. */
export function observationOfFind(
  { id, place, item, lotCode, serials, quantity, unitCode, note }: WrittenFind,
  sheetId: string,
  { counterId, at }: { counterId: string; at: Date },
): Observation {
  return {
    ...{ externalId: id, mode: "ADD", sheetId, locationId: place.id },
    ...(item.id ? { itemId: item.id } : { rawScan: item.code }),
    ...(quantity !== null && { quantity }),
    ...(serials.length > 0 && { serials: [...serials] }),
    ...(lotCode && { lotCode }),
    ...(unitCode && { unitCode }),
    ...(note && { note }),
    ...{ countedAt: at.toISOString(), timeSource: "WRITTEN" },
    ...(counterId !== session.viewer?.user.id && { countedById: counterId }),
  };
}

/** Whether that stands in the count already: a workbook may be taken in twice. */
export function isSameFind(
  { place, item, quantity, serials }: WrittenFind,
  known: {
    place: string | undefined;
    item: string | null | undefined;
    quantity: string | null;
    serials: readonly string[];
  },
): boolean {
  return (
    place.code === known.place &&
    item.code === known.item &&
    quantity === known.quantity &&
    serials.join(" ") === known.serials.join(" ")
  );
}
