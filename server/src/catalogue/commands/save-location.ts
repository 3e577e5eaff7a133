import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import { kept, keptAlways, trimmedOrNull } from "../domain/kept.ts";
import {
  rejectLocation,
  type LocationFacts,
  type LocationRejectionReason,
} from "../domain/reject-location.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { requireShortTexts } from "../../shared/require-short-texts.ts";
import { locationColumns } from "../storage/columns.ts";
import type { LocationRow } from "../domain/rows.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { LocationKind } from "../domain/words.ts";

export interface SaveLocation {
  warehouseId: number;
  /** Null makes a new place. */
  id: number | null;
  code: string;
  name: string;
  kind: LocationKind;
  parentId?: number | null;
  barcode?: string | null;
  checkDigits?: string | null;
  walkOrder?: number | null;
  isActive?: boolean | null;
  isClosedOff?: boolean | null;
}

export type LocationOutcome =
  { saved: LocationRow } | { rejection: Rejection<LocationRejectionReason> };

type Place = LocationRow & { path: string };
type Next = Omit<LocationRow, "id">;

export async function saveLocation(
  em: EntityManager,
  input: SaveLocation,
): Promise<LocationOutcome> {
  requireShortTexts([input.code, input.name, input.barcode]);
  return decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      await lockPlacesOf(db, input.warehouseId);
      const before = input.id === null ? null : await lockPlace(db, input.warehouseId, input.id);
      const next = proposed(input, before);
      const parent =
        next.parentId === null ? null : await lockPlace(db, next.warehouseId, next.parentId);
      const rejection = rejectLocation(next, await factsOf(db, next, before, parent));
      if (rejection) return { rejection };
      const id = before ? await update(db, before.id, next) : await insert(db, next);
      await rewritePaths(db, next.warehouseId, id, before?.path ?? "", parent?.path ?? "/");
      return { saved: { ...next, id } };
    }),
  );
}

/** One at a time rearranges a warehouse: two moves at once could hang two places below each other. */
async function lockPlacesOf(db: Db, warehouseId: number): Promise<void> {
  const row = await firstRowOf(
    db,
    sql`select 1 from warehouse where id = ${warehouseId} for no key update`,
  );
  if (!row) throw notFound("warehouse");
}

async function lockPlace(db: Db, warehouseId: number, id: number): Promise<Place> {
  const row = await firstRowOf<Place>(
    db,
    sql`select ${locationColumns}, l.path from location l
        where l.warehouse_id = ${warehouseId} and l.id = ${id} for update`,
  );
  if (!row) throw notFound("location");
  return row;
}

function proposed(input: SaveLocation, before: Place | null): Next {
  return {
    warehouseId: input.warehouseId,
    parentId: kept(input.parentId, before?.parentId ?? null),
    code: input.code.trim(),
    name: input.name.trim(),
    kind: input.kind,
    barcode: trimmedOrNull(kept(input.barcode, before?.barcode ?? null)),
    checkDigits: trimmedOrNull(kept(input.checkDigits, before?.checkDigits ?? null)),
    walkOrder: keptAlways(input.walkOrder, before?.walkOrder ?? 0),
    isActive: keptAlways(input.isActive, before?.isActive ?? true),
    isClosedOff: keptAlways(input.isClosedOff, before?.isClosedOff ?? false),
  };
}

/** A place answers to its barcode, and to its code where it has none: a scan must mean one place. */
async function factsOf(
  db: Db,
  next: Next,
  before: Place | null,
  parent: Place | null,
): Promise<LocationFacts> {
  const { warehouseId, code } = next;
  const id = before?.id ?? 0;
  const scanned = next.barcode ?? code;
  const found = await firstRowOf<
    Pick<LocationFacts, "codeIsTaken" | "barcodeIsTaken" | "hasStock">
  >(
    db,
    sql`select
          exists (select 1 from location l where l.warehouse_id = ${warehouseId}
            and l.code = ${code} and l.id <> ${id}) as "codeIsTaken",
          exists (select 1 from location l where l.warehouse_id = ${warehouseId} and l.id <> ${id}
            and (l.barcode = ${scanned} or (l.barcode is null and l.code = ${scanned})))
            as "barcodeIsTaken",
          exists (select 1 from quant q where q.warehouse_id = ${warehouseId}
            and q.location_id = ${id} and q.quantity_on_hand <> 0) as "hasStock"`,
  );
  return {
    ...(found as NonNullable<typeof found>),
    ownPath: before?.path ?? null,
    parentPath: parent?.path ?? null,
    isTakenOutOfUse: before !== null && before.isActive && !next.isActive,
  };
}

async function insert(db: Db, next: Next): Promise<number> {
  const row = await firstRowOf<{ id: number }>(
    db,
    sql`insert into location (warehouse_id, parent_id, path, code, name, kind, barcode,
          check_digits, walk_order, is_active, is_closed_off)
        values (${next.warehouseId}, ${next.parentId}, '', ${next.code}, ${next.name}, ${next.kind},
          ${next.barcode}, ${next.checkDigits}, ${next.walkOrder}, ${next.isActive},
          ${next.isClosedOff})
        returning id`,
  );
  return (row as { id: number }).id;
}

async function update(db: Db, id: number, next: Next): Promise<number> {
  await sql`
    update location
    set parent_id = ${next.parentId}, code = ${next.code}, name = ${next.name},
      kind = ${next.kind}, barcode = ${next.barcode}, check_digits = ${next.checkDigits},
      walk_order = ${next.walkOrder}, is_active = ${next.isActive},
      is_closed_off = ${next.isClosedOff}
    where warehouse_id = ${next.warehouseId} and id = ${id}`.execute(db);
  return id;
}

/** A place that moves takes everything below it along, in one statement. */
async function rewritePaths(
  db: Db,
  warehouseId: number,
  id: number,
  oldPath: string,
  parentPath: string,
): Promise<void> {
  const path = `${parentPath}${id}/`;
  if (path === oldPath) return;
  const whose = oldPath === "" ? sql`id = ${id}` : sql`path like ${`${oldPath}%`}`;
  await sql`
    update location set path = ${path}::text || substr(path, ${oldPath.length + 1}::int)
    where warehouse_id = ${warehouseId} and ${whose}`.execute(db);
}
