import { expect, test } from "vitest";
import { startThrowawayDatabase } from "../../../tools/testing/throwaway-database.ts";
import { checkDatabase } from "./check-database.ts";
import { connect, dbOf } from "./connect.ts";

test.each(["fsync", "synchronous_commit", "full_page_writes"])(
  "T6: a running PostgreSQL with %s=off is refused by name, and accepted with it on",
  async (setting) => {
    const cluster = await startThrowawayDatabase({ [setting]: "off" });
    try {
      const orm = await connect({ url: cluster.url, poolSize: 1, role: null });
      await expect(checkDatabase(dbOf(orm))).rejects.toThrow(`${setting}=off`);
      await orm.close();
    } finally {
      await cluster.stop();
    }
    // The control: the same start without the setting goes through.
    const safe = await startThrowawayDatabase({ [setting]: "on" });
    try {
      const orm = await connect({ url: safe.url, poolSize: 1, role: null });
      await expect(checkDatabase(dbOf(orm))).resolves.toBeUndefined();
      await orm.close();
    } finally {
      await safe.stop();
    }
  },
);
