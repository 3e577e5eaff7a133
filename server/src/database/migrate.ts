import type { MikroORM } from "@mikro-orm/postgresql";
import { applicationRole, dbOf } from "./connect.ts";
import { firstRowOf, sql, type Db } from "./db.ts";

/** Stock: the application reads it, and writes it only through append_stock_moves. */
const ledgerKeptTables = ["quant", "stock_move", "stock_move_serial"];

/** The chain: it is appended to only through append_audit. */
const auditKeptTables = ["audit_head", "audit_entry", "ledger_seal"];

/** Brings the schema up to date; several servers may start at once. Returns how many migrations ran. */
export async function migrate(owner: MikroORM): Promise<number> {
  const db = dbOf(owner);
  // One migrator at a time: whoever waits here finds nothing left to do.
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(7025001)`.execute(connection);
    try {
      const ran = await owner.migrator.up();
      await grantApplicationRole(connection);
      return ran.length;
    } finally {
      await sql`select pg_advisory_unlock(7025001)`.execute(connection);
    }
  });
}

/**
 * Gives the application role what it needs and no more. Returns false where the database user may
 * not create roles: then the triggers on the ledger are the only fence.
 */
export async function grantApplicationRole(db: Db): Promise<boolean> {
  const role = sql.ref(applicationRole);
  const known = await firstRowOf<{ mayUse: boolean }>(
    db,
    sql`select pg_has_role(current_user, oid, 'member') or
          (select rolsuper from pg_roles where rolname = current_user) as "mayUse"
        from pg_roles where rolname = ${applicationRole}`,
  );
  if (!known) {
    const may = await firstRowOf<{ may: boolean }>(
      db,
      sql`select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`,
    );
    if (!may?.may) return false;
    await sql`create role ${role} nologin`.execute(db).catch(unlessMadeMeanwhile);
    await sql`grant ${role} to current_user`.execute(db);
  } else if (!known.mayUse) return false;

  await sql`grant usage on schema public to ${role}`.execute(db);
  await sql`grant select, insert, update, delete on all tables in schema public to ${role}`.execute(
    db,
  );
  await sql`grant usage on all sequences in schema public to ${role}`.execute(db);
  for (const table of [...ledgerKeptTables, ...auditKeptTables])
    await sql`revoke insert, update, delete, truncate on ${sql.ref(table)} from ${role}`.execute(
      db,
    );
  await sql`revoke insert, update, delete on ledger_head, serial_unit, migration from ${role}`.execute(
    db,
  );
  // A ledger begins at nothing, and a serial that is new stands nowhere.
  await sql`grant insert (warehouse_id) on ledger_head to ${role}`.execute(db);
  await sql`grant insert (item_id, serial, serial2, rfid_tag), update (serial2, rfid_tag)
    on serial_unit to ${role}`.execute(db);
  await sql`revoke update, delete, truncate on observation, observation_dismissal, session_event,
    posting, posting_line, posting_move, tolerance_set, tolerance_rule, investigation, line_photo,
    recount_request, own_notice, line_approval, line_rejection, close_off_step, close_off_move from ${role}`.execute(
    db,
  );
  await sql`revoke delete, truncate on close_off, stock_hold from ${role}`.execute(db);
  // What was posted stays as it is, but for the word that it was taken back.
  await sql`grant update (reversed_by_id) on posting_line to ${role}`.execute(db);
  // An approval stays as it was given, but for the word that it holds no more.
  await sql`grant update (invalidated_at, invalidated_because, invalidated_by)
    on line_approval to ${role}`.execute(db);
  return true;
}

/** Roles belong to the whole cluster: another database's server may make the same one at this moment. */
function unlessMadeMeanwhile(error: unknown): void {
  const { code } = error as { code?: string };
  if (code !== "42710" && code !== "23505") throw error;
}
