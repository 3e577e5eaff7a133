import type { Identity } from "../../accounts/domain/identity.ts";
import { keyOf, numberKeyOrNull, type IdKind } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { RecordObservations } from "../commands/record-observations.ts";
import type { WrittenOnPaper } from "../domain/asked-observation.ts";
import type { AskedCountSession } from "../domain/fill-from-template.ts";
import type { AskedMatch } from "../domain/loose-entry.ts";
import type { CountScopeInput } from "./inputs.ts";
import type { MatchObservationInput } from "./loose-objects.ts";
import type { ObservationInput } from "./observation-inputs.ts";

type Observation = RecordObservations["observations"][number];

/** An id that names nothing here becomes 0, which nothing has: the reason follows with all others. */
const unknown = 0;

export function scopeOf(
  warehouseId: number,
  given: CountScopeInput | null | undefined,
): AskedCountSession["scope"] {
  if (!given) return {};
  const { abcClass, supplierId, categoryId } = given;
  if (abcClass != null && abcClass !== "A" && abcClass !== "B" && abcClass !== "C")
    throw new Refusal("BAD_USER_INPUT", "An ABC class is A, B or C.");
  const rowOf = (id: string, kind: IdKind) => numberKeyOrNull(id, kind)?.[0] ?? unknown;
  return {
    locationIds: meant(given.locationIds, (ids) =>
      (ids ?? []).map((id) => placeOf(warehouseId, id) ?? unknown),
    ),
    itemIds: meant(given.itemIds, (ids) => (ids ?? []).map((id) => rowOf(id, "Item"))),
    supplierId: meant(supplierId, (id) => (id ? rowOf(id, "Supplier") : null)),
    categoryId: meant(categoryId, (id) => (id ? rowOf(id, "Category") : null)),
    abcClass,
    includesEmpty: meant(given.includesEmpty, (yes) => yes ?? false),
    lotsToCount: given.lotsToCount,
    seed: given.seed,
    valueThreshold: meant(given.valueThreshold, (value) => value?.toFixed() ?? null),
  };
}

/** What was left out stays left out; null says that there is to be none. */
function meant<Given, Meant>(
  given: Given | undefined,
  understood: (given: Given) => Meant,
): Meant | undefined {
  return given === undefined ? undefined : understood(given);
}

export function observationOf(
  warehouseId: number,
  actor: Identity,
  input: ObservationInput,
): Observation {
  const { lineId, itemId, locationId, voids } = input;
  const counterId = counterOf(actor, input);
  const timeSource = input.timeSource ?? "DEVICE";
  return {
    externalId: input.externalId.trim(),
    actorId: counterId,
    isSupervisor: actor.permissions.has("create:stock-count"),
    mode: input.mode,
    lineId: lineId == null ? undefined : within(warehouseId, lineId, "CountLine"),
    itemId: itemId == null ? undefined : (numberKeyOrNull(itemId, "Item")?.[0] ?? null),
    locationId: locationId == null ? undefined : placeOf(warehouseId, locationId),
    lotCode: textOrNull(input.lotCode),
    stockStatus: input.stockStatus ?? "AVAILABLE",
    rawScan: textOrNull(input.rawScan),
    quantity: input.quantity ?? null,
    unitCode: textOrNull(input.unitCode),
    serials: (input.serials ?? []).map((serial) => serial.trim()).filter(Boolean),
    reason: textOrNull(input.reason),
    note: textOrNull(input.note),
    voids: voids
      ? {
          actorId: voids.userId ? (keyOf(voids.userId, "User")[0] ?? "") : counterId,
          externalId: voids.externalId.trim(),
        }
      : null,
    time: {
      source: timeSource,
      claimedAt: input.countedAt,
      clockOffsetMs: input.clockOffsetMs == null ? null : Math.round(input.clockOffsetMs),
    },
    seenLineVersion: input.seenLineVersion ?? null,
    deviceId: textOrNull(input.deviceId),
    paper: paperOf(warehouseId, actor, input),
  };
}

function counterOf(actor: Identity, { countedById }: ObservationInput): string {
  return countedById ? (keyOf(countedById, "User")[0] ?? "") : actor.userId;
}

/** Null for what a counter sends of himself, from no paper. */
function paperOf(
  warehouseId: number,
  actor: Identity,
  input: ObservationInput,
): WrittenOnPaper | null {
  const counterId = counterOf(actor, input);
  const isOfAnother = counterId !== actor.userId;
  if (!isOfAnother && input.sheetId == null) return null;
  return {
    enteredBy: isOfAnother ? actor.userId : null,
    sheetId:
      input.sheetId == null ? null : (within(warehouseId, input.sheetId, "CountSheet") ?? unknown),
    wrong: null,
  };
}

/** What somebody says that an entry was. */
export function matchOf(warehouseId: number, input: MatchObservationInput): AskedMatch {
  const { lineId, itemId, locationId } = input;
  return {
    lineId: lineId == null ? undefined : within(warehouseId, lineId, "CountLine"),
    itemId: itemId == null ? undefined : (numberKeyOrNull(itemId, "Item")?.[0] ?? null),
    locationId: locationId == null ? undefined : placeOf(warehouseId, locationId),
    lotCode: textOrNull(input.lotCode),
    stockStatus: input.stockStatus ?? "AVAILABLE",
    quantity: input.quantity ?? null,
    unitCode: textOrNull(input.unitCode),
    serials: (input.serials ?? []).map((serial) => serial.trim()).filter(Boolean),
  };
}

export function templateOf(warehouseId: number, id: string): number {
  return within(warehouseId, id, "CountTemplate") ?? unknown;
}

function placeOf(warehouseId: number, id: string): number | null {
  return within(warehouseId, id, "Location");
}

/** A row of another warehouse is as unknown as one that does not exist. */
function within(warehouseId: number, id: string, kind: IdKind): number | null {
  const [ownWarehouseId, rowId] = numberKeyOrNull(id, kind) ?? [];
  return ownWarehouseId === warehouseId ? (rowId ?? null) : null;
}

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
