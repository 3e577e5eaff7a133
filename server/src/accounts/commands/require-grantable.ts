import type { RequestContext } from "../../context.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import type { RoleRow } from "../queries/rows.ts";

/** Nobody gives what he does not have: a narrow key could otherwise invite its way to everything. */
export function requireGrantableRoles(
  context: RequestContext,
  roles: readonly RoleRow[],
  codes: readonly string[],
): void {
  const given = roles.filter((role) => codes.includes(role.code));
  const held: ReadonlySet<string> = context.actor.permissions;
  if (given.some((role) => !role.permissions.every((each) => held.has(each))))
    throw new Refusal("FORBIDDEN", "You cannot give a role that may do more than you may.");
}

export async function requireGrantableWarehouses(
  context: RequestContext,
  wanted: { seesAllWarehouses: boolean; warehouseIds: readonly number[] },
): Promise<void> {
  if (wanted.seesAllWarehouses && context.actor.warehouseIds !== null)
    throw new Refusal("FORBIDDEN", "You cannot give more warehouses than you see yourself.");
  for (const id of wanted.warehouseIds) context.requireWarehouse(id);
  const found = await existingWarehouseIds(context, wanted.warehouseIds);
  if (wanted.warehouseIds.some((id) => !found.has(id))) throw notFound("warehouse");
}

export async function existingWarehouseIds(
  context: RequestContext,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const rows = await rowsOf<{ id: number }>(
    context.db,
    sql`select id from warehouse where id = any(${ids.filter(fitsInteger)}::int[])`,
  );
  return new Set(rows.map((row) => row.id));
}

function fitsInteger(id: number): boolean {
  return id < 2 ** 31;
}
