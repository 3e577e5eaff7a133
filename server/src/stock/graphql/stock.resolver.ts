import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import type { RequestContext } from "../../context.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { feedCursorOf, positionOf } from "../../shared/feed-cursor.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import { recordStockMoves } from "../commands/record-stock-moves.ts";
import { followLedger, type LedgerFrame } from "../live/follow-ledger.ts";
import { listQuants } from "../queries/list-quants.ts";
import { listStockMoves } from "../queries/list-stock-moves.ts";
import { loadQuant } from "../queries/load-one.ts";
import { quantityAt } from "../queries/quantity-at.ts";
import { moveOf } from "./from-input.ts";
import { QuantsArgs, StockMovesArgs } from "./inputs.ts";
import { QuantConnection, StockFeedFrame, StockMoveConnection } from "./objects.ts";
import { quantsAsked } from "./quants-asked.ts";
import { RecordStockMovesInput } from "./record-inputs.ts";
import { RecordStockMovesResult, StockMovesRecorded, StockMovesRejected } from "./results.ts";
import { toQuant, toRejection, toStockMove } from "./to-object.ts";

const feed = "stock";

@Resolver()
export class StockResolver {
  @Query(() => QuantConnection, { description: "What is where in a warehouse." })
  async quants(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => QuantsArgs) args: QuantsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const found = await listQuants(context.db, warehouseId, args, args, quantsAsked(info));
    return QuantConnection.from(found, toQuant);
  }

  @Query(() => StockMoveConnection, { description: "The ledger of a warehouse." })
  async stockMoves(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => StockMovesArgs) args: StockMovesArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const found = await listStockMoves(context.db, warehouseId, args, args);
    return StockMoveConnection.from(found, toStockMove);
  }

  @Query(() => DecimalScalar, {
    description:
      "What a quant held at an instant, by all that is known to have happened until then.",
  })
  async quantityAt(
    @Arg("quantId", () => ID, { description: "The quant." }) id: string,
    @Arg("instant", () => DateTimeScalar, { description: "The instant, included." }) instant: Date,
    @Ctx() context: RequestContext,
  ): Promise<Decimal | string> {
    const { warehouseId, rowId } = warehouseKeyOf(id, "Quant");
    context.requireWarehouse(warehouseId, "quant");
    await loadQuant(context.loaders, warehouseId, rowId);
    return quantityAt(context.db, warehouseId, rowId, instant);
  }

  @Mutation(() => RecordStockMovesResult, {
    description: "Records moves of stock: all of them, or none and every reason why.",
  })
  async recordStockMoves(
    @Arg("input", () => RecordStockMovesInput, { description: "The moves." })
    input: RecordStockMovesInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const outcome = await recordStockMoves(context.em, context.server.doorbell, {
      warehouseId,
      recordedBy: context.actor.userId,
      now: context.now,
      moves: input.moves.map((move) => moveOf(warehouseId, move)),
      closeOffOverride: input.closeOffOverride ?? null,
    });
    if ("rejections" in outcome) {
      const rejections = outcome.rejections.map((each) => toRejection(warehouseId, each));
      return Object.assign(new StockMovesRejected(), { rejections });
    }
    const { moves, alreadyRecordedCount, noted } = outcome;
    return Object.assign(new StockMovesRecorded(), {
      moves: moves.map(toStockMove),
      ...{ alreadyRecordedCount, warehouseId, noted },
    });
  }

  @Subscription(() => StockFeedFrame, {
    description: "Every move of a warehouse as it is recorded, none missed and none twice.",
    subscribe: ({ args, context }) =>
      subscribeToLedger(args as FeedArgs, context as RequestContext),
  })
  stockFeed(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) _id: string,
    @Arg("after", () => String, {
      nullable: true,
      description: "The cursor to go on from; left out, the feed begins now.",
    })
    _after: string | undefined,
    @Root() { moves, position }: LedgerFrame,
  ): StockFeedFrame {
    const cursor = feedCursorOf(feed, position);
    return Object.assign(new StockFeedFrame(), { moves: moves.map(toStockMove), cursor });
  }
}

interface FeedArgs {
  warehouseId: string;
  after?: string | null;
}

async function subscribeToLedger(
  args: FeedArgs,
  context: RequestContext,
): Promise<AsyncIterableIterator<LedgerFrame>> {
  const warehouseId = context.requireWarehouse(singleKeyOf(args.warehouseId, "Warehouse"));
  const after = args.after == null ? null : positionOf(feed, args.after);
  return followLedger(context.db, context.server.doorbell, warehouseId, after);
}
