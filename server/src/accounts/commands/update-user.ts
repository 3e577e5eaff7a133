import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import type { RequestContext } from "../../context.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejected } from "../domain/rejected.ts";
import { tidyName } from "../domain/tidy-name.ts";
import {
  administratorRole,
  rejectUserChange,
  type UpdateUserRejection,
  type UserBefore,
  type UserChange,
} from "../domain/update-user.ts";
import { listRoles } from "../queries/list-own.ts";
import { addRoles, addWarehouses } from "./create-account.ts";
import { lockAccounts } from "./lock-accounts.ts";
import { requireGrantableRoles, requireGrantableWarehouses } from "./require-grantable.ts";

/** Changes a person's name, rights or standing; disabling ends his sessions. */
export async function updateUser(
  context: RequestContext,
  userId: string,
  input: UserChange,
): Promise<{ userId: string } | Rejected<UpdateUserRejection>> {
  const change = input.name === undefined ? input : { ...input, name: tidyName(input.name) };
  await requireGrantableWarehouses(context, {
    seesAllWarehouses: change.seesAllWarehouses ?? false,
    warehouseIds: change.warehouseIds ?? [],
  });
  const rejected = await inTransaction(context.em, async ({ db }) => {
    await lockAccounts(db);
    const before = await readBefore(db, userId);
    if (!before) throw notFound("user");
    const roles = await listRoles(db);
    const reason = rejectUserChange(
      change,
      before,
      roles.map((role) => role.code),
    );
    if (reason) return reason;
    const added = change.roleCodes?.filter((code) => !before.roleCodes.includes(code)) ?? [];
    requireGrantableRoles(context, roles, added);
    await saveChange(db, context, userId, change);
    const { roleCodes, isDisabled, seesAllWarehouses, warehouseIds } = change;
    const userName = change.name ?? before.name;
    const rights = { roleCodes, isDisabled, seesAllWarehouses, warehouseIds };
    const details = { userId, userName, ...rights };
    const { actor, now } = context;
    await appendAudit(db, companyChain, [
      { kind: "USER_UPDATED", actorId: actor.userId, now, sessionId: null, details },
    ]);
    return null;
  });
  if (rejected) return { rejected };
  context.server.identities.forgetUser(userId);
  context.em.clear();
  return { userId };
}

async function readBefore(db: Db, userId: string): Promise<(UserBefore & { name: string }) | null> {
  return firstRowOf<UserBefore & { name: string }>(
    db,
    sql`select u.name, u.is_disabled as "isDisabled",
          array(select ur.role_code from user_role ur where ur.user_id = u.id) as "roleCodes",
          (select count(*) from user_role ur join app_user other on other.id = ur.user_id
            where ur.role_code = ${administratorRole} and not other.is_disabled
              and other.id <> u.id) as "otherAdministratorCount"
        from app_user u where u.id = ${userId} for update of u`,
  );
}

async function saveChange(
  db: Db,
  context: RequestContext,
  userId: string,
  change: UserChange,
): Promise<void> {
  const { name, roleCodes, isDisabled, seesAllWarehouses, warehouseIds } = change;
  await sql`update app_user set name = coalesce(${name ?? null}::text, name),
      is_disabled = coalesce(${isDisabled ?? null}::boolean, is_disabled),
      sees_all_warehouses = coalesce(${seesAllWarehouses ?? null}::boolean, sees_all_warehouses),
      updated_at = ${context.now}
    where id = ${userId}`.execute(db);
  if (roleCodes) {
    await sql`delete from user_role where user_id = ${userId}`.execute(db);
    await addRoles(db, userId, roleCodes);
  }
  if (warehouseIds) {
    await removeWarehouses(db, userId, context.actor.warehouseIds);
    await addWarehouses(db, userId, warehouseIds);
  }
  if (isDisabled) await sql`delete from sign_in_session where user_id = ${userId}`.execute(db);
}

/** Warehouses that the actor does not see stay with the person. */
async function removeWarehouses(
  db: Db,
  userId: string,
  visibleIds: ReadonlySet<number> | null,
): Promise<void> {
  const visible = visibleIds ? sql`and warehouse_id = any(${[...visibleIds]}::int[])` : sql``;
  await sql`delete from user_warehouse where user_id = ${userId} ${visible}`.execute(db);
}
