import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import type { KeptEntry } from "../entries/entry.ts";
import { entryOf } from "../entries/scripted-entries.ts";
import { openHandDatabase } from "../outbox/hand-database.ts";
import { Outbox } from "../outbox/outbox.ts";
import { dropEntry, sendEntryAgain } from "./decide-refused.ts";
import { Parcels } from "./parcels.ts";

const userId = "maria";
let outbox: Outbox;
let parcels: Parcels;
let told: number[];
let stores = 0;
const hand = {
  get outbox() {
    return outbox;
  },
  parcelKept: (count: number) => void told.push(count),
};

beforeEach(async () => {
  outbox = new Outbox(await openHandDatabase(`refused-${(stores += 1)}`));
  parcels = await Parcels.opened();
  for (const { number } of await parcels.ofPerson(userId)) await parcels.remove(number);
  told = [];
});

/** Something unlisted with a photo, both refused by the server. */
async function refuseWithPhoto(number: number): Promise<KeptEntry> {
  const [kept] = await outbox.append([entryOf(number, { userId })]);
  if (!kept) throw new Error("Nothing was kept.");
  const rejection = { reason: "UNKNOWN_LINE", message: "No such line" };
  await outbox.settle([{ number: kept.number, state: "REJECTED", rejection }]);
  const { sessionId, externalId: entryId } = kept;
  const photo = { mediaType: "image/png", image: new ArrayBuffer(8) };
  await parcels.keep(userId, { kind: "PHOTO", sessionId, entryId, ...photo });
  for (const parcel of await parcels.waiting(userId)) await parcels.refused(parcel);
  return kept;
}

const photos = async () =>
  (await parcels.ofPerson(userId)).map(({ content, state }) => [
    content.kind === "PHOTO" && content.entryId,
    state,
  ]);

test("an entry that is dropped counts nowhere, and its photo alone goes from the device", async () => {
  const [dropped, other] = [await refuseWithPhoto(1), await refuseWithPhoto(2)];
  await dropEntry(hand, dropped);
  expect(await photos()).toEqual([[other.externalId, "REFUSED"]]);
  expect(await outbox.unsentCount(userId)).toEqual({ waiting: 0, rejected: 1 });
  expect((await outbox.all()).map(({ state }) => state)).toEqual(["DROPPED", "REJECTED"]);
});

test("what the server has is not dropped by mistake", async () => {
  const entry = await refuseWithPhoto(1);
  await outbox.settle([{ number: entry.number, state: "SENT" }]);
  await outbox.drop([entry.number]);
  expect((await outbox.all()).map(({ state }) => state)).toEqual(["SENT"]);
});

test("an entry that is sent again takes its photo along", async () => {
  const entry = await refuseWithPhoto(1);
  await sendEntryAgain(hand, entry);
  expect(await photos()).toEqual([[entry.externalId, "WAITING"]]);
  expect(await outbox.unsentCount(userId)).toEqual({ waiting: 1, rejected: 0 });
  expect(told).toEqual([1]);
});
