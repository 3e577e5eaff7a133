import type { KeptEntry } from "../entries/entry.ts";
import type { Hand } from "../hand.svelte.ts";
import { Parcels } from "./parcels.ts";

type RefusingHand = Pick<Hand, "outbox" | "parcelKept">;

/** An entry that the server has refused is sent once more, and its picture after it. */
export async function sendEntryAgain(hand: RefusingHand, entry: KeptEntry): Promise<void> {
  await hand.outbox.sendAgain([entry.number]);
  const parcels = await Parcels.opened();
  await parcels.sendAgain(entry.externalId);
  hand.parcelKept(await parcels.waitingCount(entry.userId));
}

/** Given up by a person: it counts nowhere, and its picture goes from the device. */
export async function dropEntry(hand: RefusingHand, entry: KeptEntry): Promise<void> {
  await hand.outbox.drop([entry.number]);
  const parcels = await Parcels.opened();
  await parcels.drop(entry.externalId);
  hand.parcelKept(await parcels.waitingCount(entry.userId));
}
