import { expect, test } from "vitest";
import { refuseServer } from "./check-database.ts";

const sound = { version: 15, fsync: "on", full_page_writes: "on", synchronous_commit: "on" };

test.each([
  [{ version: 14 }, "PostgreSQL 14; Tallyroom needs 15 or newer"],
  [{ fsync: "off" }, "fsync=off: a crash would lose acknowledged counts; switch it on"],
  [{ full_page_writes: "off" }, "full_page_writes=off"],
  [{ synchronous_commit: "off" }, "synchronous_commit=off"],
  [{ fsync: "off", synchronous_commit: "off" }, "fsync=off, synchronous_commit=off: a crash"],
])("T6: refuses %o and names it", (given, sentence) => {
  expect(refuseServer({ ...sound, ...given })).toContain(sentence);
});

test.each([{}, { version: 18 }, { synchronous_commit: "local" }])("accepts %o", (given) => {
  expect(refuseServer({ ...sound, ...given })).toBeNull();
});
