import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { HandApi } from "../hand-api.ts";
import { openHandDatabase } from "../outbox/hand-database.ts";
import { HandCatalogue } from "./hand-catalogue.ts";
import { TaskCache } from "./task-cache.ts";

type Answer = Partial<{
  items: unknown[];
  cursor: string;
  hasMore: boolean;
  startsAnew: boolean;
}>;

const compact = (id: string, sku = id.toUpperCase()) => [
  ...[id, sku, `The ${id}`, "BULK", "EA"],
  [["CASE", "12"]],
  [[`CODE-${sku}`, "ALIAS", null]],
];

/** A server that gives these answers, one after the other, and notes which cursors it was asked with. */
async function cacheWith(name: string, answers: Answer[]) {
  const asked: (string | null)[] = [];
  const api = {
    ask: async (_document: unknown, { after }: { after: string | null }) => {
      asked.push(after);
      const answer = answers.shift();
      if (!answer) throw new Error("The network is gone.");
      const usual = { items: [], units: [{ code: "EA", decimals: 2 }], cursor: "0:0" };
      return { catalogueChanges: { ...usual, hasMore: false, startsAnew: false, ...answer } };
    },
  } as unknown as HandApi;
  const database = await openHandDatabase(name);
  const catalogue = new HandCatalogue();
  return { asked, database, catalogue, cache: new TaskCache(database, api, catalogue) };
}

test("the first time all, page by page; afterwards from where it stopped", async () => {
  const { asked, catalogue, cache, database } = await cacheWith("pages", [
    { items: [compact("wheel")], cursor: "1:1", hasMore: true },
    { items: [compact("wash")], cursor: "1:2" },
    { items: [compact("wash", "WASH-2")], cursor: "2:2" },
  ]);
  await cache.readCatalogue();
  await cache.readCatalogue();
  expect(asked).toEqual([null, "1:1", "1:2"]);
  expect(catalogue.item("wash")).toMatchObject({ sku: "WASH-2", decimals: 2 });
  expect(await database.count("items")).toBe(2);
});

test("what breaks off goes on behind the last page that was kept", async () => {
  const { asked, cache, catalogue } = await cacheWith("broken", [
    { items: [compact("wheel")], cursor: "1:1", hasMore: true },
  ]);
  await expect(cache.readCatalogue()).rejects.toThrow("gone");
  await expect(cache.readCatalogue()).rejects.toThrow("gone");
  expect(asked).toEqual([null, "1:1", "1:1"]);
  expect(catalogue.size).toBe(1);
});

test("what is out of use is forgotten, but not while it lies in a place to count", async () => {
  const { cache, catalogue, database } = await cacheWith("gone", [
    { items: [compact("wheel"), compact("wash")], cursor: "1:2" },
    { items: [["wheel"], ["wash"]], cursor: "3:2" },
  ]);
  await cache.readCatalogue();
  const line = { id: "line", key: "item wash", version: 1, itemId: "wash", lotCode: null };
  const rest = {
    expiresOn: null,
    isFound: false,
    isCountedElsewhere: false,
    round: 1,
    recount: null,
    isDisputed: false,
    pieces: null,
  };
  const place = { userId: "maria", sessionId: "count", locationId: "bin", code: "A-1" };
  await database.put("places", { ...place, lines: [{ ...line, ...rest }] });
  await cache.readCatalogue();
  expect(catalogue.itemsWithBarcode("CODE-WHEEL")).toEqual([]);
  expect(catalogue.itemsWithBarcode("CODE-WASH")).toHaveLength(1);
  expect(await database.getAllKeys("items")).toEqual(["wash"]);
});

test("a catalogue that starts anew forgets what it knew", async () => {
  const { cache, catalogue } = await cacheWith("anew", [
    { items: [compact("wheel")], cursor: "9:1" },
    { items: [compact("wash")], cursor: "2:1", startsAnew: true },
  ]);
  await cache.readCatalogue();
  await cache.readCatalogue();
  expect(catalogue.item("wheel")).toBeUndefined();
  expect(catalogue.item("wash")).toBeDefined();
});
