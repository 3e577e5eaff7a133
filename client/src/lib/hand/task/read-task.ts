import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import {
  HandItems,
  HandLines,
  HandWork,
  type HandItemParts,
} from "@tallyroom/schema/operations/hand.ts";
import { lineKeys } from "../entries/line-key.ts";
import type { CountOptions, KeptItem, KeptPlace, WorkCount } from "./kept-task.ts";
import type { HandApi } from "../hand-api.ts";

type ToldCount = ResultOf<typeof HandWork>["countSessions"]["nodes"][number];
type ToldLine = NonNullable<ResultOf<typeof HandLines>["countSession"]>["lineWindow"][number];
type ToldItem = ResultOf<typeof HandItemParts>;

export interface ReadLines {
  places: KeptPlace[];
  items: KeptItem[];
}

const windowSize = 250;
/** Enough for a shift; a larger count is read place by place. */
const mostLines = 10_000;

export async function readWork(api: HandApi, warehouseId: string): Promise<WorkCount[]> {
  const { countOptions, countSessions } = await api.ask(HandWork, { warehouseId });
  const isOn = (code: string) => countOptions.find((each) => each.code === code)?.isOn ?? false;
  const options: CountOptions = {
    splitsUnits: isOn("174"),
    allowsZero: isOn("325"),
    locksPlace: isOn("345"),
  };
  return countSessions.nodes.map((count) => workCount(count, warehouseId, options));
}

function workCount(count: ToldCount, warehouseId: string, options: CountOptions): WorkCount {
  const { id, number, title, isBlind, isSubmitted, notes, nextLocation, crew, bins } = count;
  return {
    ...{ id, number, title, warehouseId, isBlind, isSubmitted, notes, options },
    nextPlaceId: nextLocation?.id ?? null,
    places: bins.map(({ location, lines, counted, skipped, notAccessible }) => ({
      ...location,
      ...{ lines, done: counted + skipped + notAccessible },
    })),
    holders: crew.claims.flatMap(({ location, user }) =>
      location && user ? [{ locationId: location.id, userId: user.id, name: user.name }] : [],
    ),
  };
}

/** The lines of one place, or of the whole count, window by window. */
export async function readLines(
  api: HandApi,
  userId: string,
  sessionId: string,
  locationId: string | null = null,
): Promise<ReadLines> {
  const told: ToldLine[] = [];
  const filter = locationId === null ? {} : { withinLocationId: { eq: locationId } };
  while (told.length < mostLines) {
    const variables = { sessionId, offset: told.length, limit: windowSize, filter };
    const { countSession } = await api.ask(HandLines, variables);
    const lines = countSession?.lineWindow ?? [];
    told.push(...lines);
    if (lines.length < windowSize) break;
  }
  const items = new Map(told.map(({ item }) => [item.id, keptItem(item)]));
  const byPlace = Map.groupBy(told, ({ location }) => location.id);
  const places = [...byPlace.entries()].map(([id, lines]) =>
    keptPlace(lines, { userId, sessionId, locationId: id }),
  );
  return { places, items: [...items.values()] };
}

function keptPlace(
  lines: readonly ToldLine[],
  name: Pick<KeptPlace, "userId" | "sessionId" | "locationId">,
): KeptPlace {
  const named = lines.map(({ id, item, lot }) => ({
    ...{ id, itemId: item.id, lotCode: lot?.code ?? null },
  }));
  const keys = lineKeys(named);
  return {
    ...name,
    code: lines[0]?.location.code ?? "",
    lines: lines.map(({ id, version, item, lot, origin, state }) => ({
      ...{ id, version, itemId: item.id, key: keys.get(id) ?? id },
      ...{ lotCode: lot?.code ?? null, expiresOn: lot?.expiresOn ?? null },
      ...{ isFound: origin === "FOUND", isCountedElsewhere: state !== "NOT_VISITED" },
    })),
  };
}

export interface ItemsPage {
  items: KeptItem[];
  next: string | null;
}

export async function readItems(api: HandApi, after: string | null): Promise<ItemsPage> {
  const { items } = await api.ask(HandItems, { after });
  const { hasNextPage, endCursor } = items.pageInfo;
  return { items: items.nodes.map(keptItem), next: hasNextPage ? (endCursor ?? null) : null };
}

function keptItem({ id, sku, description, tracking, unit, packs, barcodes }: ToldItem): KeptItem {
  return {
    ...{ id, sku, description, tracking, unitCode: unit.code, decimals: unit.decimals },
    packs: packs.map(({ unit: { code }, factor }) => ({ unitCode: code, factor })),
    codes: barcodes.map(({ code, kind, pack }) => ({
      ...{ code, isGtin: kind === "GTIN", packUnitCode: pack?.unit.code ?? null },
    })),
  };
}
