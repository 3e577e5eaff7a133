import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { findPosting } from "../queries/load-posting.ts";
import { toPosting } from "./to-object.ts";

registerNode("Posting", async (context, key) => {
  if (!context.may("view:stock-count") || !context.may("view:expected-quantity")) return null;
  const { warehouseId, rowId } = warehouseKeyOf(idOf("Posting", ...key), "Posting");
  context.requireWarehouse(warehouseId);
  const posting = await findPosting(context.db, warehouseId, rowId);
  return posting && toPosting(posting);
});
