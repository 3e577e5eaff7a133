import type { Hand } from "../hand.svelte.ts";
import type { ParcelContent } from "./parcel.ts";
import { Parcels } from "./parcels.ts";

/** Durable when it answers; sent as soon as its entry has been. */
export async function keepParcel(hand: Hand, content: ParcelContent): Promise<void> {
  const userId = hand.person?.id ?? "";
  const parcels = await Parcels.opened();
  await parcels.keep(userId, content);
  hand.parcelKept(await parcels.waitingCount(userId));
}
