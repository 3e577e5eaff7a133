import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { loadSheet } from "../queries/load-sheet.ts";
import { toSheet } from "./to-object.ts";

registerNode("CountSheet", async (context, key) => {
  if (!context.may("view:stock-count")) return null;
  const { warehouseId, rowId } = warehouseKeyOf(idOf("CountSheet", ...key), "CountSheet");
  context.requireWarehouse(warehouseId);
  return toSheet(await loadSheet(context.db, warehouseId, rowId));
});
