import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { proposeBarcode } from "../commands/propose-barcode.ts";
import { settleProposedBarcode } from "../commands/settle-proposed-barcode.ts";
import { listProposedBarcodes } from "../queries/list-proposed-barcodes.ts";
import { Item } from "./objects.ts";
import * as objects from "./proposal-objects.ts";
import { toItem } from "./to-object.ts";

const atMost = 250;

@Resolver(() => objects.ProposedBarcode)
export class ProposedBarcodeResolver {
  @Query(() => [objects.ProposedBarcode], {
    description:
      "At most 250 codes that counters took for items: those that wait, the oldest first, or those decided, the last first.",
  })
  async proposedBarcodes(
    @Arg("isWaiting", () => Boolean, { defaultValue: true, description: "False: the decided." })
    isWaiting: boolean,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.ProposedBarcode[]> {
    const rows = await listProposedBarcodes(db, { isWaiting, atMost });
    return rows.map(objects.toProposedBarcode);
  }

  @Mutation(() => objects.ProposeBarcodeResult, {
    description: "Says for which item a code was taken that nobody knew.",
  })
  async proposeBarcode(
    @Arg("input", () => objects.ProposeBarcodeInput, { description: "The code, and the item." })
    { itemId, code }: objects.ProposeBarcodeInput,
    @Ctx() { em, actor, now }: RequestContext,
  ): Promise<object> {
    const outcome = await proposeBarcode(em, {
      ...{ itemId: singleKeyOf(itemId, "Item"), code },
      ...{ proposedBy: actor.userId, now },
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.ProposeBarcodeRejected.because(reason, message);
    }
    return Object.assign(new objects.BarcodeProposed(), outcome);
  }

  @Mutation(() => objects.SettleProposedBarcodeResult, {
    description: "Makes a proposed code a barcode of its item, or lets it go.",
  })
  async settleProposedBarcode(
    @Arg("input", () => objects.SettleProposedBarcodeInput, {
      description: "The code, and what becomes of it.",
    })
    { itemId, code, isAccepted }: objects.SettleProposedBarcodeInput,
    @Ctx() { em, actor, now }: RequestContext,
  ): Promise<object> {
    const outcome = await settleProposedBarcode(em, {
      ...{ itemId: singleKeyOf(itemId, "Item"), code, isAccepted },
      ...{ settledBy: actor.userId, now },
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.SettleProposedBarcodeRejected.because(reason, message);
    }
    const proposal = objects.toProposedBarcode(outcome.settled);
    return Object.assign(new objects.ProposedBarcodeSettled(), { proposal });
  }

  @FieldResolver(() => Item, { description: "The item that it was taken for." })
  async item(
    @Root() { itemRowId }: objects.ProposedBarcode,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Item> {
    return toItem(await loaders.item.load(itemRowId));
  }

  @FieldResolver(() => User, { nullable: true, description: "Who took it for that." })
  proposedBy(
    @Root() { proposedById }: objects.ProposedBarcode,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, proposedById);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who decided." })
  async settledBy(
    @Root() { settledById }: objects.ProposedBarcode,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, settledById);
  }
}
