import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { readImport } from "../queries/list-imports.ts";
import { toImport } from "./to-object.ts";

registerNode("Import", async (context, key) => {
  if (!context.may("view:stock-count") || !context.may("view:expected-quantity")) return null;
  const { warehouseId, rowId } = warehouseKeyOf(idOf("Import", ...key), "Import");
  context.requireWarehouse(warehouseId);
  const row = await readImport(context.db, { warehouseId, id: rowId });
  return row && toImport(row);
});
