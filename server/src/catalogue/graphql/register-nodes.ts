import type { Permission } from "../../accounts/domain/permission.ts";
import { idOf, numberKeyOf, type IdKind } from "../../shared/opaque-id.ts";
import * as load from "../queries/load-one.ts";
import { registerNode, type LoadNode } from "./node-registry.ts";
import { toItem, toLocation, toLot, toSupplier, toWarehouse } from "./to-object.ts";

/** Who may not read a kind learns nothing of its ids, not even that one exists. */
function behind(permission: Permission, loadNode: LoadNode): LoadNode {
  return async (ctx, key) => (ctx.may(permission) ? loadNode(ctx, key) : null);
}

function numbers(kind: IdKind, key: string[]): [number, number] {
  return numberKeyOf(idOf(kind, ...key), kind) as [number, number];
}

registerNode("Warehouse", async (ctx, key) => {
  const [id] = numbers("Warehouse", key);
  return toWarehouse(await load.loadWarehouse(ctx.em, ctx.requireWarehouse(id)));
});
registerNode(
  "Supplier",
  behind("view:catalogue", async ({ em }, key) =>
    toSupplier(await load.loadSupplier(em, numbers("Supplier", key)[0])),
  ),
);
registerNode(
  "Item",
  behind("view:catalogue", async ({ loaders }, key) =>
    toItem(await loaders.item.load(numbers("Item", key)[0])),
  ),
);
registerNode(
  "Lot",
  behind("view:catalogue", async ({ loaders }, key) =>
    toLot(await loaders.lot.load(numbers("Lot", key)[0])),
  ),
);
registerNode(
  "Location",
  behind("view:catalogue", async (ctx, key) => {
    const [warehouseId, locationId] = numbers("Location", key);
    ctx.requireWarehouse(warehouseId);
    return toLocation(await ctx.loaders.location.load({ warehouseId, locationId }));
  }),
);
