import { expect, test } from "vitest";
import { chosenBecause } from "./chosen-because.ts";
import { countTypes } from "./words.ts";

const said: [because: Record<string, unknown>, words: string][] = [
  [{ rule: "FULL" }, "the whole warehouse is counted"],
  [{ rule: "LOCATIONS", place: "A" }, "lies in A"],
  [{ rule: "ITEMS" }, "the item was named"],
  [{ rule: "SUPPLIER", supplier: "Acme" }, "delivered by Acme"],
  [{ rule: "CATEGORY", category: "Bolts" }, "belongs to Bolts"],
  [{ rule: "FAST_MOVERS", moves: 4, since: "2026-08-23T10:00:00Z" }, "4 moves since 2026-08-23"],
  [{ rule: "SLOW_MOVERS", moves: 0, since: "2026-08-23T10:00:00Z" }, "0 moves since 2026-08-23"],
  [{ rule: "LOW_VALUE", value: "3", threshold: "50" }, "worth 3, less than 50"],
  [{ rule: "HIGH_VALUE", value: "3000", threshold: "1000" }, "worth 3000, at least 1000"],
  [{ rule: "RANDOM", seed: "s" }, "drawn with the seed s"],
  [{ rule: "ABC", abcClass: "A", lastCountedAt: null }, "class A, never counted"],
  [
    { rule: "ABC", abcClass: "B", lastCountedAt: "2026-08-01T09", dueSince: "2026-10-30T09" },
    "class B, last counted 2026-08-01, due since 2026-10-30",
  ],
  [{ rule: "NOT_VISITED", number: 7 }, "nobody visited it in count 7"],
];

test.each(said)("%o: %s", (because, words) => {
  expect(chosenBecause(because)).toBe(words);
});

test("every type of count has words of its own", () => {
  const rules = new Set(said.map(([{ rule }]) => rule));
  expect(countTypes.filter((type) => !rules.has(type))).toEqual([]);
});
