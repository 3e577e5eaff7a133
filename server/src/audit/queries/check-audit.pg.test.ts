import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ApprovalDesk } from "../../../test/approval-desk.ts";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { saveOption } from "../../counting/commands/save-option.ts";
import { updateCountSession } from "../../counting/commands/update-count-session.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { checkAudit } from "./check-audit.ts";

let database: TestDatabase;
let floor: PostingFloor;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("audit");
  floor = await PostingFloor.open(database, true);
  for (const place of [0, 1])
    await floor.warehouse.move({
      locationId: floor.warehouse.place(place),
      quantity: new Decimal(100),
      effectiveAt: at(-30),
    });
  session = await floor.warehouse.openCount();
  await floor.warehouse.record(session, [floor.warehouse.observation({ count: 98 })]);
  await new ApprovalDesk(floor).approve(session);
  await floor.reverse(await floor.post(session));
});
afterEach(() => database.close());

const check = () => checkAudit(database.db, session.warehouseId);
/** As the owner of the database, with every fence taken down. */
const tamper = (statement: string) =>
  database.owner.em.transactional(async (em) => {
    const connection = em.getKysely() as unknown as TestDatabase["db"];
    await sql`set local session_replication_role = replica`.execute(connection);
    const { numAffectedRows } = await sql.raw(statement).execute(connection);
    expect(numAffectedRows).toBeGreaterThan(0n);
  });

test("every decision is in the chain, with who, when and how far the ledger was", async () => {
  const entries = await rowsOf<{ kind: string; actor: string; position: number }>(
    database.db,
    sql`select kind, actor_id as actor, (body::jsonb -> 'ledger' ->> 'position')::int as position
        from audit_entry where warehouse_id = ${session.warehouseId} order by sequence`,
  );
  expect(entries).toEqual([
    { kind: "SESSION_STARTED", actor: "ines", position: 2 },
    { kind: "LINES_APPROVED", actor: "petra", position: 2 },
    { kind: "POSTING_MADE", actor: "ines", position: 3 },
    { kind: "POSTING_REVERSED", actor: "ines", position: 4 },
  ]);
  expect(await check()).toMatchObject({
    ...{ decisions: 4, movesSealed: 4, movesNotSealed: 0, broken: [] },
  });
  expect(await brokenInvariants(database)).toEqual([]);
});

test("an entry asks nothing of the chain", async () => {
  database.statements.length = 0;
  const other = { count: 1, locationId: floor.warehouse.place(1) };
  await floor.warehouse.record(session, [floor.warehouse.observation(other)]);
  expect(database.statements.filter((text) => /append_audit|audit_/u.test(text))).toEqual([]);
});

test("an option that is saved for all is a decision of the company", async () => {
  await saveOption(database.orm.em, {
    ...{ code: "singlePerson", warehouseId: null, value: true, changedBy: "ada", now: at(59) },
  });
  const found = await firstRowOf<{ kind: string; details: object }>(
    database.db,
    sql`select kind, body::jsonb -> 'details' as details from audit_entry where warehouse_id = 0`,
  );
  expect(found).toEqual({
    kind: "OPTION_SAVED",
    details: { code: "singlePerson", value: true, before: null },
  });
});

describe("T12: the very row is found of", () => {
  test.each([
    [
      "a move whose quantity was changed",
      "update stock_move set quantity = 101 where id = 1 and warehouse_id = (select min(warehouse_id) from stock_move)",
      [{ kind: "MOVE", position: 1 }],
    ],
    ["a move that is gone", "delete from stock_move where id = 2", [{ kind: "MOVE", position: 2 }]],
    [
      "two moves that have changed places",
      "update stock_move m set id = 3 - m.id where id in (1, 2)",
      [
        { kind: "MOVE", position: 1 },
        { kind: "MOVE", position: 2 },
      ],
    ],
    [
      "a decision that was changed",
      `update audit_entry set body = replace(body, '"petra"', '"paula"'), actor_id = 'paula' where sequence = 2`,
      [{ kind: "DECISION", position: 2 }],
    ],
    [
      "a decision that is gone",
      "delete from audit_entry where sequence = 2",
      [
        { kind: "DECISION", position: 3 },
        { kind: "DECISION", position: 4 },
      ],
    ],
    [
      "the last decision, gone",
      "delete from audit_entry where sequence = 4",
      [{ kind: "HEAD", position: 4 }],
    ],
    [
      "a posting whose line was changed",
      "update posting_line set quantity_delta = -1, quantity_counted = 99 where reverses_posting_id is null",
      [{ kind: "POSTING", position: 3 }],
    ],
  ])("%s", async (_, statement, broken) => {
    if (statement.includes("3 - m.id")) {
      // The key stands in the way of changing both at once.
      await tamper("update stock_move set id = -id where id in (1, 2)");
      await tamper("update stock_move set id = 3 + id where id in (-1, -2)");
    } else await tamper(statement);
    expect((await check()).broken).toEqual(broken);
    expect((await brokenInvariants(database)).filter((name) => name.startsWith("I10"))).not.toEqual(
      [],
    );
  });
});

test("T12: the application's role may not rewrite the chain, nor the owner while its triggers stand", async () => {
  for (const statement of [
    sql`insert into audit_entry values (1, 99, 'FORGED', null, now(), null, '{}', '')`,
    sql`update audit_entry set kind = 'FORGED'`,
    sql`delete from audit_entry`,
    sql`update ledger_seal set hash = ''`,
    sql`update audit_head set last_hash = ''`,
    sql`update stock_move set quantity = 1`,
  ])
    await expect(statement.execute(database.db)).rejects.toThrow(/permission denied/u);
  for (const statement of [
    sql`update audit_entry set kind = 'FORGED'`,
    sql`delete from ledger_seal`,
  ])
    await expect(statement.execute(database.ownerDb)).rejects.toThrow(/append-only/u);
});

test("decisions of many counts at once stand in one row, and nobody waits in a circle", async () => {
  const drafts = 8;
  const update = (title: string) =>
    updateCountSession(database.orm.em, silentDoorbell, {
      ...{ warehouseId: session.warehouseId, sessionId: session.id, actorId: "ines", now: at(59) },
      ...{ title, notes: null, deadlineAt: null, assigneeIds: [] },
    });
  const option = (value: boolean) =>
    saveOption(database.orm.em, {
      ...{ code: "174", warehouseId: session.warehouseId, value, changedBy: "ada", now: at(59) },
    });
  const again = new ApprovalDesk(floor);
  await Promise.all(
    Array.from({ length: drafts }, (_, each) => [
      update(`Count ${each}`),
      option(each % 2 === 0),
      again.reject(session, `no ${each}`),
      floor.warehouse.move({ quantity: new Decimal(1), effectiveAt: at(each), recordedAt: at(59) }),
    ]).flat(),
  );
  const { decisions, broken } = await check();
  expect(broken).toEqual([]);
  expect(decisions).toBeGreaterThanOrEqual(4 + 2 * drafts);
  expect(await brokenInvariants(database)).toEqual([]);
});
