import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { findAbcRun } from "../queries/list-abc-runs.ts";
import { readPlan } from "../queries/read-plan.ts";
import { toAbcRun } from "./to-abc.ts";
import { toSchedules } from "./to-plan.ts";

registerNode("AbcRun", async (context, key) => {
  if (!context.may("create:stock-count")) return null;
  const { warehouseId, rowId } = warehouseKeyOf(idOf("AbcRun", ...key), "AbcRun");
  const run = await findAbcRun(context.db, context.requireWarehouse(warehouseId), rowId);
  return run && toAbcRun(run);
});

registerNode("Schedule", async (context, key) => {
  if (!context.may("create:stock-count")) return null;
  const id = idOf("Schedule", ...key);
  const { warehouseId } = warehouseKeyOf(id, "Schedule");
  context.requireWarehouse(warehouseId);
  const schedules = toSchedules(await readPlan(context.db, warehouseId, context.now));
  return schedules.find((each) => each.id === id) ?? null;
});
