import { expect, test } from "vitest";
import { entryOf } from "../entries/scripted-entries.ts";
import { ownTally } from "../entries/own-tally.ts";
import { serialList } from "./serial-list.ts";

const tally = ownTally([
  entryOf(1, { serials: ["S1"] }),
  entryOf(2, { serials: ["S9"] }),
  entryOf(3, { serials: ["S2"] }),
]);
const pieces = ["S1", "S2", "S3"].map((serial) => ({
  serial,
  secondSerial: `second ${serial}`,
  rfidTag: null,
}));

test("the newest stands first, and what the books expect beside it", () => {
  const list = serialList(tally, pieces);
  expect(list.counted.map(({ serial }) => serial)).toEqual(["S2", "S9", "S1"]);
  expect(list.counted.map(({ isExpected }) => isExpected)).toEqual([true, false, true]);
  expect(list.missing).toEqual([{ serial: "S3", secondSerial: "second S3", rfidTag: null }]);
  expect(list).toMatchObject({ expected: 3, unexpected: 1 });
});

test("blind: nothing tells what is missing, or what was expected", () => {
  const list = serialList(tally, null);
  expect(list).toMatchObject({ missing: null, expected: null, unexpected: null });
  expect(list.counted.map(({ isExpected }) => isExpected)).toEqual([null, null, null]);
});
