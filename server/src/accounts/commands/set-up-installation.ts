import type { RequestContext } from "../../context.ts";
import { sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Identity } from "../domain/identity.ts";
import type { Rejected } from "../domain/rejected.ts";
import {
  rejectSetUp,
  tidySetUp,
  type SetUp,
  type SetUpRejection,
} from "../domain/set-up-installation.ts";
import { administratorRole } from "../domain/update-user.ts";
import { needsSetUp } from "../queries/needs-set-up.ts";
import { createAccount } from "./create-account.ts";
import { lockAccounts } from "./lock-accounts.ts";
import { openSession } from "./open-session.ts";

/** Makes the first administrator and the first warehouse, once, and signs the person in. */
export async function setUpInstallation(
  context: RequestContext,
  input: SetUp,
): Promise<{ identity: Identity | null } | Rejected<SetUpRejection>> {
  const setUp = tidySetUp(input);
  const rejected = rejectSetUp(setUp, await needsSetUp(context.db));
  if (rejected) return { rejected };
  const { password } = await context.server.library.$context;
  const passwordHash = await password.hash(setUp.password);
  const isFirst = await inTransaction(context.em, async ({ db }) => {
    await lockAccounts(db);
    if (!(await needsSetUp(db))) return false;
    await createAccount(db, {
      name: setUp.name,
      email: setUp.email,
      passwordHash,
      roleCodes: [administratorRole],
      seesAllWarehouses: true,
      warehouseIds: [],
      now: context.now,
    });
    await insertWarehouse(db, setUp, context.now);
    return true;
  });
  if (!isFirst) return { rejected: "ALREADY_SET_UP" };
  return { identity: await openSession(context, setUp) };
}

async function insertWarehouse(db: Db, setUp: SetUp, now: Date): Promise<void> {
  await sql`with created as (
      insert into warehouse (code, name, time_zone, currency, created_at)
      values (${setUp.warehouseCode}, ${setUp.warehouseName}, ${setUp.timeZone}, ${setUp.currency}, ${now})
      returning id
    )
    insert into ledger_head (warehouse_id) select id from created`.execute(db);
}
