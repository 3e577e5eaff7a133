import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import { closeOffLocation } from "../commands/close-off-location.ts";
import { endCloseOff } from "../commands/end-close-off.ts";
import { extendCloseOff, type ChangedCloseOff } from "../commands/extend-close-off.ts";
import { placeHold } from "../commands/place-hold.ts";
import { releaseHold } from "../commands/release-hold.ts";
import * as inputs from "./inputs.ts";
import * as results from "./results.ts";
import { toCloseOff, toHold } from "./to-object.ts";

@Resolver()
export class RestrictionVerbsResolver {
  @Mutation(() => results.CloseOffLocationResult, {
    description: "Closes a place off: stock in it and below it stays where it is for a while.",
  })
  async closeOffLocation(
    @Arg("input", () => inputs.CloseOffLocationInput, { description: "The place." })
    input: inputs.CloseOffLocationInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: locationId } = warehouseKeyOf(input.locationId, "Location");
    context.requireWarehouse(warehouseId, "location");
    const { mode, reason, expiresAt } = input;
    const outcome = await closeOffLocation(context.em, {
      ...{ warehouseId, locationId, mode, reason, expiresAt },
      ...byOf(context),
    });
    if ("rejection" in outcome)
      return results.CloseOffLocationRejected.because(outcome.rejection.reason);
    const closeOff = toCloseOff(outcome.closeOff, context.now);
    return Object.assign(new results.LocationClosedOff(), { closeOff });
  }

  @Mutation(() => results.ChangeCloseOffResult, {
    description: "Lets a close-off end at another time: for its owner.",
  })
  async extendCloseOff(
    @Arg("input", () => inputs.ExtendCloseOffInput, { description: "Which, and until when." })
    { closeOffId, expiresAt }: inputs.ExtendCloseOffInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const key = closeOffKeyOf(context, closeOffId);
    const outcome = await extendCloseOff(context.em, { ...key, expiresAt, ...byOf(context) });
    return changed(context, outcome);
  }

  @Mutation(() => results.ChangeCloseOffResult, {
    description: "Ends a close-off: for its owner, or for somebody who says why.",
  })
  async endCloseOff(
    @Arg("input", () => inputs.EndCloseOffInput, { description: "Which." })
    { closeOffId, reason }: inputs.EndCloseOffInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const key = closeOffKeyOf(context, closeOffId);
    const asked = { ...key, reason: reason ?? "", ...byOf(context) };
    return changed(context, await endCloseOff(context.em, asked));
  }

  @Mutation(() => results.PlaceHoldResult, {
    description: "Puts stock on hold: it may be counted, but neither posted nor moved.",
  })
  async placeHold(
    @Arg("input", () => inputs.PlaceHoldInput, { description: "The stock." })
    { warehouseId: id, itemId, lotId, locationId, reason }: inputs.PlaceHoldInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const outcome = await placeHold(context.em, {
      ...{ warehouseId, reason },
      itemId: itemId ? singleKeyOf(itemId, "Item") : null,
      lotId: lotId ? singleKeyOf(lotId, "Lot") : null,
      locationId: locationId ? placeOf(warehouseId, locationId) : null,
      ...byOf(context),
    });
    if ("rejection" in outcome) return results.PlaceHoldRejected.because(outcome.rejection.reason);
    return Object.assign(new results.HoldPlaced(), { hold: toHold(outcome.hold) });
  }

  @Mutation(() => results.ReleaseHoldResult, { description: "Releases stock that was on hold." })
  async releaseHold(
    @Arg("input", () => inputs.ReleaseHoldInput, { description: "Which, and why." })
    { holdId, reason }: inputs.ReleaseHoldInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: id } = warehouseKeyOf(holdId, "StockHold");
    context.requireWarehouse(warehouseId, "hold");
    const asked = { warehouseId, id, reason, ...byOf(context) };
    const outcome = await releaseHold(context.em, asked);
    if ("rejection" in outcome)
      return results.ReleaseHoldRejected.because(outcome.rejection.reason);
    return Object.assign(new results.HoldReleased(), { hold: toHold(outcome.hold) });
  }
}

const byOf = ({ actor, now }: RequestContext) => ({ actorId: actor.userId, now });

function closeOffKeyOf(context: RequestContext, closeOffId: string) {
  const { warehouseId, rowId: id } = warehouseKeyOf(closeOffId, "CloseOff");
  context.requireWarehouse(warehouseId, "close off");
  return { warehouseId, id };
}

function placeOf(warehouseId: number, id: string): number {
  const key = warehouseKeyOf(id, "Location");
  if (key.warehouseId !== warehouseId) throw notFound("location");
  return key.rowId;
}

function changed({ now }: RequestContext, outcome: ChangedCloseOff): object {
  if ("rejection" in outcome)
    return results.ChangeCloseOffRejected.because(outcome.rejection.reason);
  const closeOff = toCloseOff(outcome.closeOff, now);
  return Object.assign(new results.CloseOffChanged(), { closeOff });
}
