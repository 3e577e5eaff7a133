import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { sql } from "../../database/db.ts";
import type { DecisionMade } from "../domain/audit-entry.ts";
import { followAudit } from "../live/follow-audit.ts";
import { appendAudit } from "../storage/append-audit.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { listAudit, listAuditActors, readAuditHead, type AuditWish } from "./list-audit.ts";

let database: TestDatabase;
let warehouseId: number;

const decision = (kind: string, changes: Partial<DecisionMade> = {}): DecisionMade => ({
  ...{ kind, actorId: "ines", now: at(0), sessionId: null, details: null },
  ...changes,
});

beforeAll(async () => {
  database = await openTestDatabase("audit_list");
  ({ warehouseId } = (await CountedWarehouse.open(database)).stocked);
  await sql`insert into app_user (id, name, email, email_verified, created_at, updated_at)
    values ('ines', 'Ines Kaya', 'i@t.example', true, now(), now()),
      ('petra', 'Petra Vogel', 'p@t.example', true, now(), now()),
      ('jonas', 'Jonas Lund', 'j@t.example', true, now(), now())`.execute(database.ownerDb);
  await appendAudit(database.db, warehouseId, [
    decision("OPTION_SAVED", { details: { code: "325", value: false } }),
    decision("POSTING_MADE", { actorId: "petra", details: { postingId: 0 }, now: at(1) }),
    decision("HOLD_PLACED", { actorId: null, details: { reason: "100 % wet" }, now: at(2) }),
  ]);
});
afterAll(() => database.close());

const kindsOf = async (wish: Partial<AuditWish>) => {
  const anything = { sessionId: null, kinds: null, actorId: null, from: null, to: null };
  const all = { warehouseId, ...anything, subjects: null, search: null, afterSequence: null };
  const page = await listAudit(database.db, { ...all, ...wish }, {});
  return page.rows.map(({ kind }) => kind);
};

test.each<[string, Partial<AuditWish>, string[]]>([
  ["by nothing", {}, ["HOLD_PLACED", "POSTING_MADE", "OPTION_SAVED"]],
  ["by what they are about", { subjects: ["SETTING"] }, ["OPTION_SAVED"]],
  [
    "by two things, one of them the rest",
    { subjects: ["POSTING", "OTHER"] },
    ["HOLD_PLACED", "POSTING_MADE"],
  ],
  ["by a person", { actorId: "petra" }, ["POSTING_MADE"]],
  ["by a word of the text", { search: "325" }, ["OPTION_SAVED"]],
  ["by a word of the person's name, in any case", { search: "vogel" }, ["POSTING_MADE"]],
  ["by words of both", { search: "kaya option" }, ["OPTION_SAVED"]],
  ["by a sign that means something to the database", { search: "100 %" }, ["HOLD_PLACED"]],
  ["by what is newer", { afterSequence: 2 }, ["HOLD_PLACED"]],
  ["by time", { from: new Date(at(1)), to: at(2) }, ["POSTING_MADE"]],
])("decisions are found %s", async (_, wish, kinds) => {
  expect(await kindsOf(wish)).toEqual(kinds);
});

test("people who have decided something are offered, and nobody else", async () => {
  expect(await listAuditActors(database.db, warehouseId)).toEqual(["ines", "petra"]);
});

test("who follows is told where the chain stands, at once and when it grows", async () => {
  const feed = followAudit(database.db, { ...silentDoorbell, listen: ringAgain }, warehouseId);
  expect((await feed.next()).value).toEqual({ lastSequence: 3 });
  const next = feed.next();
  await appendAudit(database.db, warehouseId, [decision("OPTION_SAVED")]);
  ring();
  expect((await next).value).toEqual({ lastSequence: 4 });
  expect(await readAuditHead(database.db, warehouseId)).toBe(4);
  await feed.return?.();
});

let ring = () => {};
function ringAgain(_: string, heard: () => void) {
  ring = heard;
  return () => {};
}
