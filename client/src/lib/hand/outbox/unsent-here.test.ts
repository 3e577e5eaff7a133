import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { unsentHere } from "#lib/shared/session/unsent-here.ts";
import { entryOf } from "../entries/scripted-entries.ts";
import { Parcels } from "../parcels/parcels.ts";
import { openHandDatabase } from "./hand-database.ts";
import { Outbox } from "./outbox.ts";

test("a device that was never counted with has nothing, and nothing is made by asking", async () => {
  expect(await unsentHere("maria")).toBe(0);
  expect(await indexedDB.databases()).toEqual([]);
});

test("the desk counts what a person has not sent from here, as the hand does", async () => {
  const database = await openHandDatabase();
  const outbox = new Outbox(database);
  const entries = [1, 2, 3, 4].map((number) => {
    const { number: _number, state: _state, rejection: _rejection, ...entry } = entryOf(number);
    return { ...entry, userId: number === 4 ? "jonas" : "maria" };
  });
  const [sent, refused] = await outbox.append(entries);
  if (!sent || !refused) throw new Error("Nothing was kept.");
  await outbox.settle([
    { number: sent.number, state: "SENT" },
    {
      ...{ number: refused.number, state: "REJECTED" },
      rejection: { reason: "LINE_UNKNOWN", message: "It has no such line." },
    },
  ]);
  const parcels = await Parcels.open();
  await parcels.keep("maria", { kind: "CODE", itemId: "wheel", code: "0012345" });

  const { waiting, rejected } = await outbox.unsentCount("maria");
  expect(await unsentHere("maria")).toBe(waiting + rejected + 1);
  expect(await unsentHere("maria")).toBe(3);
  expect(await unsentHere("jonas")).toBe(1);
  expect(await unsentHere("aiko")).toBe(0);
  database.close();
});
