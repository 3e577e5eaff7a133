import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { saveItem } from "../commands/save-item.ts";
import { saveLocation } from "../commands/save-location.ts";
import { saveUnit } from "../commands/save-unit.ts";
import { saveWarehouse } from "../commands/save-warehouse.ts";
import { itemOf, locationOf, warehouseOf } from "./from-input.ts";
import * as results from "./results.ts";
import {
  SaveItemInput,
  SaveLocationInput,
  SaveUnitInput,
  SaveWarehouseInput,
} from "./save-inputs.ts";
import type { RejectionClass } from "../../shared/rejection-types.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { toItem, toLocation, toUnit, toWarehouse } from "./to-object.ts";

/** What the request has read before a save is forgotten after it. */
@Resolver()
export class SaveResolver {
  @Mutation(() => results.SaveWarehouseResult, { description: "Opens or changes a warehouse." })
  async saveWarehouse(
    @Arg("input", () => SaveWarehouseInput, { description: "The warehouse." })
    input: SaveWarehouseInput,
    @Ctx() ctx: RequestContext,
  ) {
    if (input.warehouseId) ctx.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const outcome = await saveWarehouse(ctx.em, ctx.now, warehouseOf(input));
    ctx.em.clear();
    if ("rejection" in outcome) return no(results.SaveWarehouseRejected, outcome.rejection);
    return Object.assign(new results.WarehouseSaved(), { warehouse: toWarehouse(outcome.saved) });
  }

  @Mutation(() => results.SaveLocationResult, { description: "Makes or changes a place." })
  async saveLocation(
    @Arg("input", () => SaveLocationInput, { description: "The place." }) input: SaveLocationInput,
    @Ctx() ctx: RequestContext,
  ) {
    ctx.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const outcome = await saveLocation(ctx.em, locationOf(input));
    ctx.em.clear();
    if ("rejection" in outcome) return no(results.SaveLocationRejected, outcome.rejection);
    return Object.assign(new results.LocationSaved(), { location: toLocation(outcome.saved) });
  }

  @Mutation(() => results.SaveUnitResult, { description: "Makes or changes a unit of measure." })
  async saveUnit(
    @Arg("input", () => SaveUnitInput, { description: "The unit." }) input: SaveUnitInput,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await saveUnit(ctx.em, input);
    ctx.em.clear();
    if ("rejection" in outcome) return no(results.SaveUnitRejected, outcome.rejection);
    return Object.assign(new results.UnitSaved(), { unit: toUnit(outcome.saved) });
  }

  @Mutation(() => results.SaveItemResult, { description: "Makes or changes an item." })
  async saveItem(
    @Arg("input", () => SaveItemInput, { description: "The item." }) input: SaveItemInput,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await saveItem(ctx.em, ctx.now, itemOf(input));
    ctx.em.clear();
    if ("rejection" in outcome) return no(results.SaveItemRejected, outcome.rejection);
    return Object.assign(new results.ItemSaved(), { item: toItem(outcome.saved) });
  }
}

function no<Reason extends string>(
  rejected: RejectionClass<Reason>,
  { reason, message }: Rejection<Reason>,
): object {
  return rejected.because(reason, message);
}
