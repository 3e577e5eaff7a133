import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { sightOf } from "../domain/blindness.ts";
import { findLine, loadSession } from "../queries/load-one.ts";
import { lookerOf } from "./looker.ts";
import { toTemplate } from "./template-objects.ts";
import { toLine, toSession } from "./to-object.ts";

registerNode("CountSession", async (context, key) => {
  if (!context.may("view:stock-count")) return null;
  const { warehouseId, rowId } = warehouseKeyOf(idOf("CountSession", ...key), "CountSession");
  context.requireWarehouse(warehouseId);
  return toSession(await loadSession(context.db, warehouseId, rowId), lookerOf(context));
});

registerNode("CountLine", async (context, key) => {
  if (!context.may("view:stock-count")) return null;
  const { warehouseId, rowId } = warehouseKeyOf(idOf("CountLine", ...key), "CountLine");
  context.requireWarehouse(warehouseId);
  const line = await findLine(context.db, warehouseId, rowId);
  if (!line) return null;
  const session = await loadSession(context.db, warehouseId, line.sessionId);
  return toLine(line, sightOf(session, lookerOf(context)));
});

registerNode("CountTemplate", async (context, key) => {
  if (!context.may("create:stock-count")) return null;
  const { warehouseId, rowId } = warehouseKeyOf(idOf("CountTemplate", ...key), "CountTemplate");
  context.requireWarehouse(warehouseId);
  const template = await context.loaders.countTemplate.load(rowId);
  return template?.warehouseId === warehouseId ? toTemplate(template) : null;
});
