import type { Seen } from "./count-verbs.ts";
import type { CountingPlace } from "./counting-place.svelte.ts";

/** So many of the unit that is chosen on the screen. */
export function inChosenUnit({ inHand, unitCode }: CountingPlace, quantity: string): Seen {
  const pack = inHand?.item.packs.find((each) => each.unitCode === unitCode);
  if (!pack) return { quantity, unitCode: null, factor: "1", serials: [] };
  return { quantity, unitCode: pack.unitCode, factor: pack.factor, serials: [] };
}
