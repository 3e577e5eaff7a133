import { expect, test } from "vitest";
import { apartFromLeftOut, leftOutError } from "./left-out-rows.ts";
import type { MappedRow } from "./mapped-row.ts";

const row = (number: number, values: MappedRow["values"] = {}): MappedRow => ({ number, values });

test("rows that are left out are told from those that are judged, and numbers that no row has do nothing", () => {
  const rows = [row(2), row(3), row(4)];
  expect(apartFromLeftOut(rows, [3, 99])).toEqual({
    ...{ judged: [row(2), row(4)], leftOut: [row(3)] },
  });
  expect(apartFromLeftOut(rows, [])).toEqual({ judged: rows, leftOut: [] });
  expect(apartFromLeftOut(rows, [2, 3, 4]).judged).toEqual([]);
});

test("a row that is left out is listed by its item, or by its place where it has none", () => {
  expect(leftOutError(row(7, { ITEM: "CS-9l83", LOCATION: "A-1" }))).toMatchObject({
    ...{ row: 7, code: "LEFT_OUT", value: "CS-9l83", field: null },
  });
  expect(leftOutError(row(8, { ITEM: "", LOCATION: "A-1" })).value).toBe("A-1");
});
