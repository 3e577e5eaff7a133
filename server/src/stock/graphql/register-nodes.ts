import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, numberKeyOf, singleKeyOf } from "../../shared/opaque-id.ts";
import { findSerialUnit, findStockMove, loadQuant } from "../queries/load-one.ts";
import { toQuant, toSerialUnit, toStockMove } from "./to-object.ts";

registerNode("Quant", async (context, key) => {
  if (!context.may("view:stock")) return null;
  const [warehouseId = 0, rowId = 0] = numberKeyOf(idOf("Quant", ...key), "Quant");
  context.requireWarehouse(warehouseId);
  return toQuant(await loadQuant(context.loaders, warehouseId, rowId));
});

registerNode("StockMove", async (context, key) => {
  if (!context.may("view:stock")) return null;
  const [warehouseId = 0, rowId = 0] = numberKeyOf(idOf("StockMove", ...key), "StockMove");
  context.requireWarehouse(warehouseId);
  const move = await findStockMove(context.db, warehouseId, rowId);
  return move && toStockMove(move);
});

/** A piece is seen by whoever sees where it stands; one that has left, by whoever sees stock. */
registerNode("SerialUnit", async (context, key) => {
  if (!context.may("view:stock")) return null;
  const unit = await findSerialUnit(
    context.db,
    singleKeyOf(idOf("SerialUnit", ...key), "SerialUnit"),
  );
  if (unit?.warehouseId != null) context.requireWarehouse(unit.warehouseId);
  return unit && toSerialUnit(unit);
});
