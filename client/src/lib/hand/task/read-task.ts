import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { HandLines, HandWork, type HandItemParts } from "@tallyroom/schema/operations/hand.ts";
import { lineKeys } from "../entries/line-key.ts";
import type {
  CountOptions,
  KeptItem,
  KeptLine,
  KeptPiece,
  KeptPlace,
  WorkCount,
} from "./kept-task.ts";
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
  const { countSessions } = await api.ask(HandWork, { warehouseId });
  return countSessions.nodes.map((count) => workCount(count, warehouseId));
}

function countOptions({ options }: Pick<ToldCount, "options">): CountOptions {
  const isOn = (code: string) => options.find((each) => each.code === code)?.isOn ?? false;
  return {
    splitsUnits: isOn("174"),
    hasSecondSerials: isOn("290"),
    allowsZero: isOn("325"),
    loadsSerials: isOn("333"),
    keepsItem: isOn("340"),
    suggestsItems: isOn("341"),
    keepsPlace: isOn("342"),
    keepsUnit: isOn("343"),
    locksPlace: isOn("345"),
    wantsProofOfPlace: isOn("proofOfPlace"),
  };
}

function workCount(count: ToldCount, warehouseId: string): WorkCount {
  const options = countOptions(count);
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
  { id: sessionId, isBlind, isSubmitted, options }: WorkCount,
  locationId: string | null = null,
): Promise<ReadLines> {
  const withPieces = options.loadsSerials && !isBlind;
  const told: ToldLine[] = [];
  const filter = locationId === null ? {} : { withinLocationId: { eq: locationId } };
  while (told.length < mostLines) {
    const variables = { sessionId, offset: told.length, limit: windowSize, filter, withPieces };
    const { countSession } = await api.ask(HandLines, variables);
    const lines = countSession?.lineWindow ?? [];
    told.push(...lines);
    if (lines.length < windowSize) break;
  }
  const items = new Map(told.map(({ item }) => [item.id, keptItem(item)]));
  const shown = isSubmitted ? told.filter(({ round }) => round > 1) : told;
  const byPlace = Map.groupBy(shown, ({ location }) => location.id);
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
    lines: lines.map((line) => ({
      ...keptLine(line, name.userId),
      key: keys.get(line.id) ?? line.id,
    })),
  };
}

function keptLine(line: ToldLine, userId: string): Omit<KeptLine, "key"> {
  const { id, version, item, lot, origin, state, pieces, round, isDisputed } = line;
  return {
    ...{ id, version, itemId: item.id, round, isDisputed, recount: recountOf(line, userId) },
    ...{ lotCode: lot?.code ?? null, expiresOn: lot?.expiresOn ?? null },
    ...{ isFound: origin === "FOUND", isCountedElsewhere: state !== "NOT_VISITED" },
    pieces: pieces ? expectedPieces(pieces) : null,
  };
}

/** Nobody counts two rounds of a line; who was asked by name counts it, else whoever has not. */
function recountOf(
  { round, state, recountAssignee, countedBefore }: ToldLine,
  userId: string,
): KeptLine["recount"] {
  if (round === 1 || state !== "NOT_VISITED") return null;
  const isHis = !recountAssignee || recountAssignee.id === userId;
  return isHis && !countedBefore.some(({ id }) => id === userId) ? "MINE" : "OTHERS";
}

function expectedPieces(pieces: NonNullable<ToldLine["pieces"]>): KeptPiece[] {
  return pieces
    .filter(({ state }) => state !== "UNEXPECTED")
    .map(({ serial, secondSerial, rfidTag }) => ({
      ...{ serial, secondSerial: secondSerial ?? null, rfidTag: rfidTag ?? null },
    }));
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
