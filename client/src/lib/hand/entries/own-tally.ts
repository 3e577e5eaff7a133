import { addDecimals, multiplyDecimals } from "#lib/shared/text/decimal.ts";
import type { KeptEntry } from "./entry.ts";

type TalliedEntry = Pick<
  KeptEntry,
  | "externalId"
  | "number"
  | "mode"
  | "quantity"
  | "factor"
  | "serials"
  | "voids"
  | "reason"
  | "state"
  | "countedAt"
>;

/** What a person's own entries come to on one line. Zero, blank and skipped are three things. */
export type OwnTally<E extends TalliedEntry = KeptEntry> =
  | { kind: "BLANK" }
  | { kind: "SKIPPED"; reason: string; entry: E }
  | { kind: "NOT_ACCESSIBLE"; reason: string; entry: E }
  | {
      kind: "COUNTED";
      /** In the item's own unit. */
      quantity: string;
      serials: readonly string[];
      /** The entries that the quantity is made of, oldest first: they add up to it. */
      parts: readonly E[];
      /** The quantity was put in place of an earlier one. */
      wasEdited: boolean;
    };

/**
 * The same rules as the server's fold, for one person: ADD counts another part, REPLACE and VERIFY put
 * all before aside, VOID takes one entry back. What the server has refused does not count.
 */
export function ownTally<E extends TalliedEntry>(entries: readonly E[]): OwnTally<E> {
  const standing = standingEntries(entries);
  const counts = standing.filter(({ mode }) => isCount(mode));
  const correction = counts.findLastIndex(({ mode }) => mode !== "ADD");
  const parts = counts.slice(Math.max(correction, 0));
  if (parts.length > 0)
    return {
      kind: "COUNTED",
      quantity: parts.map(quantityOf).reduce(addDecimals, "0"),
      serials: parts.flatMap(({ serials }) => serials),
      parts,
      wasEdited: correction > 0,
    };
  const marker = standing.findLast(({ mode }) => mode === "SKIP" || mode === "NOT_ACCESSIBLE");
  if (!marker) return { kind: "BLANK" };
  const kind = marker.mode === "SKIP" ? "SKIPPED" : "NOT_ACCESSIBLE";
  return { kind, reason: marker.reason ?? "", entry: marker };
}

/** Those that say something now, oldest first. */
export function standingEntries<E extends TalliedEntry>(entries: readonly E[]): E[] {
  const accepted = entries.filter(
    ({ state, quantity }) =>
      !["REJECTED", "DROPPED", "GATHERED"].includes(state) &&
      (quantity === null || isDecimal(quantity)),
  );
  const voided = new Set(accepted.flatMap(({ voids }) => (voids === null ? [] : [voids])));
  return accepted
    .filter(({ mode, externalId }) => mode !== "VOID" && !voided.has(externalId))
    .sort((a, b) => a.number - b.number);
}

/** In the item's own unit. */
export function quantityOf({
  quantity,
  factor,
  serials,
}: Pick<TalliedEntry, "quantity" | "factor" | "serials">): string {
  return quantity === null ? String(serials.length) : multiplyDecimals(quantity, factor);
}

/** A row that something has spoilt must not take the page down with it; the server will refuse it. */
const isDecimal = (text: string) => /^\d+(\.\d+)?$/.test(text);

function isCount(mode: KeptEntry["mode"]): boolean {
  return mode === "ADD" || mode === "REPLACE" || mode === "VERIFY";
}
