import type { Decimal } from "../../shared/exact-decimal.ts";
import type { QuantStatus, RecordedKind } from "./words.ts";

/** A move as somebody asks for it. Null ids name nothing. */
export interface AskedMove {
  externalId: string;
  kind: RecordedKind;
  itemId: number | null;
  locationId: number | null;
  /** Undefined where no second place was named. */
  toLocationId: number | null | undefined;
  lotCode: string | null;
  lotExpiresOn: string | null;
  status: QuantStatus;
  toStatus: QuantStatus | null;
  quantity: Decimal;
  /** Null for the item's own unit. */
  unitCode: string | null;
  serials: readonly string[];
  effectiveAt: Date;
  reference: string | null;
  reasonCode: string | null;
  /** Equal for equal content: see contentOf. */
  fingerprint: string;
}

/** What is where: the name of a quant before it has a number. */
export interface QuantName {
  itemId: number;
  locationId: number;
  lotCode: string | null;
  status: QuantStatus;
}

/** One row of the ledger to be. A move between places is two: leg 0 out, leg 1 in. */
export interface Leg extends QuantName {
  externalId: string;
  leg: 0 | 1;
  kind: RecordedKind;
  /** In the item's own unit; with a minus it leaves. */
  quantity: Decimal;
  serials: readonly string[];
  effectiveAt: Date;
  reference: string | null;
  reasonCode: string | null;
}

/** The free text stands last, so that no lot code can imitate another quant. */
export function quantKey({ itemId, locationId, status, lotCode }: QuantName): string {
  return `${itemId}:${locationId}:${status}:${lotCode ?? ""}`;
}

export function lotKey(itemId: number, code: string): string {
  return `${itemId}:${code}`;
}

export function serialKey(itemId: number, serial: string): string {
  return `${itemId}:${serial}`;
}

/** What makes two moves the same move when they are sent under the same id. */
export function contentOf(move: Omit<AskedMove, "fingerprint">): string {
  return JSON.stringify([
    move.kind,
    move.itemId,
    move.locationId,
    move.toLocationId ?? null,
    move.lotCode,
    move.lotExpiresOn,
    move.status,
    move.toStatus,
    move.quantity.toFixed(),
    move.unitCode,
    [...move.serials].sort(),
    move.effectiveAt.toISOString(),
    move.reference,
    move.reasonCode,
  ]);
}
