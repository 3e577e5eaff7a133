import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import { kept, keptAlways, trimmedOrNull } from "../domain/kept.ts";
import { rejectItem, type ItemRejectionReason } from "../domain/reject-item.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { requireShortTexts } from "../../shared/require-short-texts.ts";
import { itemColumns } from "../storage/columns.ts";
import type { ItemRow } from "../domain/rows.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { AbcClass, Tracking } from "../domain/words.ts";
import { idOfCategory, writeItem } from "../storage/write-item.ts";
import { readDetails, replaceDetails, type ItemDetails } from "../storage/replace-item-details.ts";
import { readItemFacts } from "../storage/read-item-facts.ts";

export interface SaveItem {
  /** Null makes a new item. */
  id: number | null;
  sku: string;
  description: string;
  revision?: string | null;
  categoryName?: string | null;
  unitCode: string;
  tracking: Tracking;
  unitCost?: Decimal | null;
  abcClass?: AbcClass | null;
  shelfLifeDays?: number | null;
  isActive?: boolean | null;
  packs?: ItemDetails["packs"] | null;
  barcodes?: ItemDetails["barcodes"] | null;
  suppliers?: ItemDetails["suppliers"] | null;
}

export type ItemOutcome = { saved: ItemRow } | { rejection: Rejection<ItemRejectionReason> };

export async function saveItem(
  em: EntityManager,
  now: Date,
  input: SaveItem,
): Promise<ItemOutcome> {
  refuseNonsense(input);
  return decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      const before = input.id === null ? null : await lockItem(db, input.id);
      const details = proposedDetails(input, await readDetails(db, before?.id ?? 0));
      const next = proposed(input, before);
      const unitCost = next.unitCost === null ? null : new Decimal(next.unitCost);
      const facts = await readItemFacts(db, before, next.sku, details);
      const rejection = rejectItem({ ...next, ...details, unitCost }, facts);
      if (rejection) return { rejection };
      const categoryId = await categoryOf(db, input.categoryName, before);
      const saved = await writeItem(db, now, before?.id ?? null, { ...next, categoryId });
      await replaceDetails(db, saved.id, details);
      return { saved };
    }),
  );
}

/** The lock keeps the first move of an item out while its unit and tracking are being decided. */
async function lockItem(db: Db, id: number): Promise<ItemRow> {
  const row = await firstRowOf<ItemRow>(
    db,
    sql`select ${itemColumns} from item i where i.id = ${id} for update`,
  );
  if (!row) throw notFound("item");
  return row;
}

function proposed(input: SaveItem, before: ItemRow | null): Omit<ItemRow, "id" | "categoryId"> {
  return {
    sku: input.sku.trim(),
    description: input.description.trim(),
    revision: trimmedOrNull(kept(input.revision, before?.revision ?? null)),
    unitCode: input.unitCode,
    tracking: input.tracking,
    unitCost: kept(
      input.unitCost?.toFixed() ?? (input.unitCost as null | undefined),
      before?.unitCost ?? null,
    ),
    abcClass: kept(input.abcClass, before?.abcClass ?? null),
    shelfLifeDays: kept(input.shelfLifeDays, before?.shelfLifeDays ?? null),
    isActive: keptAlways(input.isActive, before?.isActive ?? true),
  };
}

function proposedDetails(input: SaveItem, before: ItemDetails): ItemDetails {
  const barcodes = input.barcodes?.map((one) => ({ ...one, code: one.code.trim() }));
  const suppliers = input.suppliers?.map((one) => ({
    ...one,
    supplierName: one.supplierName.trim(),
  }));
  return {
    packs: input.packs ?? before.packs,
    barcodes: barcodes?.filter(({ code }) => code !== "") ?? before.barcodes,
    suppliers: suppliers?.filter(({ supplierName }) => supplierName !== "") ?? before.suppliers,
  };
}

async function categoryOf(
  db: Db,
  name: string | null | undefined,
  before: ItemRow | null,
): Promise<number | null> {
  if (name === undefined) return before?.categoryId ?? null;
  const given = trimmedOrNull(name);
  return given === null ? null : idOfCategory(db, given);
}

/** What no form of ours can send. */
function refuseNonsense(input: SaveItem): void {
  const { packs, barcodes, suppliers, shelfLifeDays } = input;
  requireShortTexts([
    input.sku,
    input.description,
    input.revision,
    input.categoryName,
    ...(barcodes ?? []).map(({ code }) => code),
    ...(suppliers ?? []).flatMap(({ supplierName, supplierSku }) => [supplierName, supplierSku]),
  ]);
  if (shelfLifeDays !== undefined && shelfLifeDays !== null && shelfLifeDays <= 0)
    throw new Refusal("BAD_USER_INPUT", "A shelf life is at least one day.");
  if (isRepeated(packs?.map((pack) => pack.unitCode)))
    throw new Refusal("BAD_USER_INPUT", "Two packs of an item have the same unit.");
  if (isRepeated(suppliers?.map((supplier) => supplier.supplierName.trim())))
    throw new Refusal("BAD_USER_INPUT", "A supplier is named twice.");
}

function isRepeated(keys: string[] | undefined): boolean {
  return keys !== undefined && new Set(keys).size < keys.length;
}
