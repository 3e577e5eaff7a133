import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { findJob } from "../queries/list-jobs.ts";
import { toJob } from "./to-object.ts";

registerNode("Job", async (context, key) => {
  if (!context.may("view:stock-count") || !context.may("view:expected-quantity")) return null;
  const { warehouseId, rowId } = warehouseKeyOf(idOf("Job", ...key), "Job");
  context.requireWarehouse(warehouseId);
  const job = await findJob(context.db, { warehouseId, id: rowId });
  return job && toJob(job);
});
