import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { sql } from "../database/db.ts";
import type { PageArgs } from "./connection.ts";
import { readPage, type OrderTerm } from "./page.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase("page");
  await sql`create table shelf (id bigint primary key, aisle text not null, filled numeric not null)`.execute(
    database.ownerDb,
  );
  await sql`insert into shelf select n, 'A' || n % 7, (n * 37 % 11) / 2.0
            from generate_series(1, 100) as n`.execute(database.ownerDb);
});
afterAll(() => database.close());

type Direction = OrderTerm["direction"];
const orders: [string, Direction, Direction][] = [
  ["both up", "ASC", "ASC"],
  ["both down", "DESC", "DESC"],
  ["up, then down", "ASC", "DESC"],
  ["down, then up", "DESC", "ASC"],
];

const orderBy = (first: Direction, second: Direction): OrderTerm[] => [
  { column: sql`s.aisle`, type: "text", direction: first },
  { column: sql`s.filled`, type: "numeric", direction: second },
  { column: sql`s.id`, type: "bigint", direction: second },
];

const read = (order: OrderTerm[], args: PageArgs, where = [sql`true`]) =>
  readPage<{ id: number }>(
    database.ownerDb,
    { columns: sql`s.id`, from: sql`shelf s`, where, order },
    args,
  );

async function everything(order: OrderTerm[], size: number, forwards: boolean): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null = null;
  for (;;) {
    const args = forwards ? { first: size, after: cursor } : { last: size, before: cursor };
    const page = await read(order, args as PageArgs);
    const own = page.rows.map(({ id }) => id);
    if (forwards) ids.push(...own);
    else ids.unshift(...own);
    if (!(forwards ? page.hasNextPage : page.hasPreviousPage)) return ids;
    cursor = forwards ? page.cursorOf(-1) : page.cursorOf(0);
  }
}

test.each(orders)("pages of 7, %s, are the whole list, forwards and backwards", async (_, a, b) => {
  const order = orderBy(a, b);
  const whole = (await read(order, { first: 250 })).rows.map(({ id }) => id);
  expect(new Set(whole).size).toBe(100);
  expect(await everything(order, 7, true)).toEqual(whole);
  expect(await everything(order, 7, false)).toEqual(whole);
});

test("rows that come and go while somebody reads do not shift the pages behind", async () => {
  const order = orderBy("ASC", "ASC");
  const first = await read(order, { first: 10 });
  await sql`insert into shelf values (1000, 'A', 0)`.execute(database.ownerDb);
  const after = first.cursorOf(-1);
  const second = await read(order, { first: 10, after: after as string });
  const shifted = await read(order, { first: 20 });
  expect(second.rows[0]).toEqual(shifted.rows[11]);
  await sql`delete from shelf where id = 1000`.execute(database.ownerDb);
});

test("what lies behind the ends is told, and all is counted only when asked", async () => {
  const order = orderBy("ASC", "ASC");
  const all = await read(order, { first: 100 });
  expect([all.hasNextPage, all.hasPreviousPage]).toEqual([false, false]);
  const none = await read(order, { first: 0 });
  expect([none.rows.length, none.hasNextPage]).toEqual([0, true]);
  const some = await read(order, { first: 3 }, [sql`s.id <= 20`]);
  expect(await some.countAll()).toBe(20);
});

test.each([
  [{ first: 251 }, "A page has 0 to 250 rows, not 251."],
  [{ first: -1 }, "A page has 0 to 250 rows, not -1."],
  [{ first: 1, last: 1 }, "Ask for first or for last, not for both."],
  [{ first: 1, before: "x" }, "before goes with last"],
  [{ last: 1, after: "x" }, "after goes with first"],
  [{ after: "not a cursor" }, "cursor"],
  [{ after: Buffer.from('["A","1"]').toString("base64url") }, "cursor"],
  [{ after: Buffer.from('["A","1; drop table shelf","1"]').toString("base64url") }, "cursor"],
  [{ after: Buffer.from('["A\\u0000","1","1"]').toString("base64url") }, "cursor"],
])("%o is refused with a sentence", async (args, sentence) => {
  await expect(read(orderBy("ASC", "ASC"), args)).rejects.toThrow(sentence);
});
