import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { toCloseOff, toHold } from "./to-object.ts";

registerNode("CloseOff", async (context, key) => {
  if (!context.may("view:stock")) return null;
  const { warehouseId, rowId: id } = warehouseKeyOf(idOf("CloseOff", ...key), "CloseOff");
  context.requireWarehouse(warehouseId);
  return toCloseOff(await context.loaders.closeOff.load({ warehouseId, id }), context.now);
});

registerNode("StockHold", async (context, key) => {
  if (!context.may("view:stock")) return null;
  const { warehouseId, rowId: id } = warehouseKeyOf(idOf("StockHold", ...key), "StockHold");
  context.requireWarehouse(warehouseId);
  return toHold(await context.loaders.hold.load({ warehouseId, id }));
});
