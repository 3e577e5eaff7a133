import { HandCatalogueChanges } from "@tallyroom/schema/operations/hand.ts";
import type { CompactItem } from "@tallyroom/schema/graphql.ts";
import type { HandApi } from "../hand-api.ts";
import type { KeptItem } from "./kept-task.ts";

export interface ReadChanges {
  items: KeptItem[];
  /** No longer in use. */
  goneIds: string[];
  cursor: string;
  hasMore: boolean;
  /** What is known is to be forgotten first. */
  startsAnew: boolean;
}

/** What changed in the catalogue behind a cursor: everything, without one. */
export async function readCatalogueChanges(
  api: HandApi,
  after: string | null,
): Promise<ReadChanges> {
  const { items, units, ...rest } = (await api.ask(HandCatalogueChanges, { after }))
    .catalogueChanges;
  const decimals = new Map(units.map((unit) => [unit.code, unit.decimals]));
  const kept = items.flatMap((item) => keptCompact(item, decimals) ?? []);
  const goneIds = items.filter((item) => item.length === 1).map(([id]) => id);
  return { ...rest, items: kept, goneIds };
}

function keptCompact(item: CompactItem, decimals: ReadonlyMap<string, number>): KeptItem | null {
  if (item.length === 1) return null;
  const [id, sku, description, tracking, unitCode, packs, barcodes] = item;
  return {
    ...{ id, sku, description, tracking, unitCode, decimals: decimals.get(unitCode) ?? 0 },
    packs: packs.map(([code, factor]) => ({ unitCode: code, factor })),
    codes: barcodes.map(([code, kind, packUnitCode]) => ({
      ...{ code, isGtin: kind === "GTIN", packUnitCode },
    })),
  };
}
