import { expect, inject, test } from "vitest";
import type {} from "../../../tools/testing/provide-database.ts";
import { connect, dbOf } from "./connect.ts";
import { firstRowOf, sql } from "./db.ts";

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
