import type { CountingPlace } from "./counting-place.svelte.ts";
import type { WorkCount, WorkPlace } from "./kept-task.ts";

export function placePath(countId: string, placeId: string): string {
  const query = new URLSearchParams({ count: countId, place: placeId });
  return `/count/place?${query}`;
}

/** Free and not finished, as far as the device knows. */
export function isOpenTo(place: WorkPlace, { holders }: WorkCount, userId: string): boolean {
  const holder = holders.find(({ locationId }) => locationId === place.id);
  return place.done < place.lines && (!holder || holder.userId === userId);
}

/** Where the walk leads on from here, without asking anybody. */
export function nextPlace({ count, where, hand }: CountingPlace): WorkPlace | undefined {
  const userId = hand.person?.id ?? "";
  const { places } = count;
  const at = places.findIndex(({ id }) => id === where.id);
  const isNext = (place: WorkPlace) => place.id !== where.id && isOpenTo(place, count, userId);
  return places.slice(at + 1).find(isNext) ?? places.slice(0, at).find(isNext);
}
