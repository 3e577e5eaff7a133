import { expect, test } from "vitest";
import {
  countedOtherRound,
  entriesOfRound,
  roundSeen,
  type RoundsOfLine,
} from "./rounds-of-line.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const rounds: RoundsOfLine = {
  askedAt: [at(10), at(20)],
  counters: [
    { actorId: "maria", round: 1 },
    { actorId: "jonas", round: 2 },
  ],
  isChosen: false,
};
const seen = (minute: number, actorId = "aiko") =>
  roundSeen({ countedAt: at(minute), gap: null }, actorId, rounds);

test("an entry is of the round that ran when the shelf was seen, whenever it arrives", () => {
  expect([seen(9), seen(10), seen(19), seen(20), seen(50)]).toEqual([1, 2, 2, 3, 3]);
});

test("a line that nobody asked for again has one round", () => {
  expect(roundSeen({ countedAt: at(50), gap: null }, "aiko", null)).toBe(1);
});

test("where nobody knows the time, a new pair of eyes counts for the latest round, and no other", () => {
  const instant = { countedAt: at(9), gap: { after: at(0), until: at(40) } };
  expect(roundSeen(instant, "aiko", rounds)).toBe(3);
  expect(roundSeen(instant, "maria", rounds)).toBe(1);
});

test("nobody is a second pair of eyes for himself", () => {
  expect(countedOtherRound(3, "maria", rounds)).toBe(1);
  expect(countedOtherRound(1, "jonas", rounds)).toBe(2);
  expect(countedOtherRound(2, "jonas", rounds)).toBeNull();
  expect(countedOtherRound(3, "aiko", rounds)).toBeNull();
});

test("what takes an entry back is looked at with every round", () => {
  const entries = [
    { mode: "ADD" as const, round: 1 },
    { mode: "ADD" as const, round: 2 },
    { mode: "VOID" as const, round: 1 },
  ];
  expect(entriesOfRound(entries, 2)).toEqual([entries[1], entries[2]]);
});
