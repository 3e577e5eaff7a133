import pg from "pg";
import { expect, inject, test } from "vitest";
import type {} from "../../../tools/testing/provide-database.ts";
import { connect, dbOf } from "./connect.ts";
import { firstRowOf, sql } from "./db.ts";
import { inTransaction } from "./in-transaction.ts";

async function ask(url: string): Promise<{ timeout: string } | null> {
  const orm = await connect({ url, poolSize: 1, role: null });
  try {
    return await firstRowOf(
      dbOf(orm),
      sql<{ timeout: string }>`select current_setting('lock_timeout') as timeout`,
    );
  } finally {
    await orm.close();
  }
}

test("an address that insists on TLS is not served without it", async () => {
  const address = inject("postgresUrl");
  expect(await ask(address)).toEqual({ timeout: "10s" });
  await expect(ask(`${address}?sslmode=verify-full`)).rejects.toThrow("does not support SSL");
});

test("a transaction whose connection is torn off gives its place in the pool back", async () => {
  const url = inject("postgresUrl");
  const orm = await connect({ url, poolSize: 1, role: null });
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  try {
    const tornOff = inTransaction(orm.em, async ({ db }) => {
      const own = await firstRowOf<{ pid: number }>(db, sql`select pg_backend_pid() as pid`);
      await other.query("select pg_terminate_backend($1)", [own?.pid]);
      await sql`select 1`.execute(db);
    });
    await expect(tornOff).rejects.toThrow();
    expect(await firstRowOf(dbOf(orm), sql`select 1 as one`)).toEqual({ one: 1 });
  } finally {
    await orm.close();
    await other.end();
  }
});

test("whoever asks next gets no connection that was ended under the last statement", async () => {
  const url = inject("postgresUrl");
  const orm = await connect({ url, poolSize: 1, role: null });
  try {
    const db = dbOf(orm);
    const own = await firstRowOf<{ pid: number }>(db, sql`select pg_backend_pid() as pid`);
    const ended = sql`select pg_terminate_backend(pg_backend_pid()), pg_sleep(30)`.execute(db);
    await expect(ended).rejects.toThrow("terminating connection");
    const next = await firstRowOf<{ pid: number }>(db, sql`select pg_backend_pid() as pid`);
    expect(next?.pid).not.toBe(own?.pid);
  } finally {
    await orm.close();
  }
});
