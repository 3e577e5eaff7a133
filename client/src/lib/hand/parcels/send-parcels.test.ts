import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { Problem } from "#lib/shared/api/problem.ts";
import { Parcels } from "./parcels.ts";
import { ParcelSender, type DeliverParcel } from "./send-parcels.ts";

let parcels: Parcels;
let stores = 0;
beforeEach(async () => (parcels = await Parcels.open(`parcels-${(stores += 1)}`)));

const code = (text: string) => ({ kind: "CODE" as const, itemId: "wheel", code: text });
const senderOf = (deliver: DeliverParcel, whoAsks = "maria") =>
  new ParcelSender(parcels, deliver, () => Promise.resolve(whoAsks));
const waiting = async () =>
  (await parcels.waiting("maria")).map(({ content }) => content.kind === "CODE" && content.code);

test("what waits is sent in its order and is gone from the device", async () => {
  for (const text of ["ONE", "TWO"]) await parcels.keep("maria", code(text));
  const sent: unknown[] = [];
  const deliver: DeliverParcel = async ({ content }) => {
    sent.push(content);
    return true;
  };
  expect(await senderOf(deliver).send("maria")).toEqual({ kind: "EMPTY" });
  expect(sent).toEqual([code("ONE"), code("TWO")]);
  expect(await waiting()).toEqual([]);
});

test("without a network it waits, and is sent later", async () => {
  await parcels.keep("maria", code("ONE"));
  let isOnline = false;
  const deliver: DeliverParcel = async () => {
    if (!isOnline) throw new Problem("network", "Not reached.");
    return true;
  };
  const sender = senderOf(deliver);
  expect(await sender.send("maria")).toMatchObject({ kind: "LATER" });
  expect(await waiting()).toEqual(["ONE"]);
  isOnline = true;
  expect(await sender.send("maria")).toEqual({ kind: "EMPTY" });
  expect(await waiting()).toEqual([]);
});

test("one that is refused keeps no other back, and is not sent again", async () => {
  for (const text of ["REFUSED", "TWO"]) await parcels.keep("maria", code(text));
  const tried: string[] = [];
  const deliver: DeliverParcel = async ({ content }) => {
    if (content.kind === "CODE") tried.push(content.code);
    return content.kind === "CODE" && content.code !== "REFUSED";
  };
  await senderOf(deliver).send("maria");
  await senderOf(deliver).send("maria");
  expect(tried).toEqual(["REFUSED", "TWO"]);
});

test("nothing is sent in a wrong name", async () => {
  await parcels.keep("maria", code("ONE"));
  const deliver: DeliverParcel = () => Promise.reject(new Error("It was sent."));
  expect(await senderOf(deliver, "jonas").send("maria")).toEqual({ kind: "EMPTY" });
  expect(await waiting()).toEqual(["ONE"]);
});
