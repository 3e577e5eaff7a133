import { describe, expect, test } from "vitest";
import { joinPath, readJoinCode } from "./join-code.ts";
import { judgeJoin, type JoinableCount } from "./judge-join.ts";

describe("a code to join by", () => {
  test.each([
    ["as it is printed", "CC-0007", { number: 7, warehouse: null }],
    ["in small letters, with a space", "cc 7", { number: 7, warehouse: null }],
    ["the number alone", "0012", { number: 12, warehouse: null }],
    [
      "the address of a QR code",
      "https://tally.example/join/CC-0007?warehouse=MAIN",
      { number: 7, warehouse: "MAIN" },
    ],
  ])("%s", (_what, text, code) => expect(readJoinCode(text)).toEqual(code));

  test.each(["", "CC-", "CC-0", "A-01-01", "5901234123457", "https://tally.example/counts/7"])(
    "%s is none",
    (text) => expect(readJoinCode(text)).toBeNull(),
  );

  test("leads to a page of this server, whatever server it was printed for", () => {
    expect(joinPath({ number: 7, warehouse: "MAIN" })).toBe("/join/CC-0007?warehouse=MAIN");
    expect(joinPath({ number: 7, warehouse: null })).toBe("/join/CC-0007");
  });
});

const main = { id: "1", code: "MAIN", name: "Main" };
const count = (said: Partial<JoinableCount>): JoinableCount => ({
  ...{ id: "7", number: 7, title: "Zone A", status: "OPEN", isSubmitted: false, warehouse: main },
  ...said,
});

describe("which count is meant", () => {
  test.each<[string, JoinableCount[], object]>([
    ["the open one", [count({ id: "70", number: 70 }), count({})], { kind: "OPEN" }],
    ["none of that number", [count({ number: 70 })], { kind: "NONE" }],
    ["one that is posted", [count({ status: "POSTED" })], { kind: "NOT_OPEN" }],
    ["one that was handed in", [count({ isSubmitted: true })], { kind: "NOT_OPEN" }],
    [
      "the open one of two warehouses",
      [count({ status: "POSTED" }), count({ id: "8" })],
      { kind: "OPEN", count: { id: "8" } },
    ],
    [
      "open in two warehouses: a person chooses",
      [count({}), count({ id: "8" })],
      { kind: "CHOICE" },
    ],
  ])("%s", (_what, counts, verdict) => expect(judgeJoin(7, counts)).toMatchObject(verdict));
});
