import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { notFound } from "../../shared/refusal.ts";
import { StockMove } from "../../stock/graphql/objects.ts";
import { StockMoveRejection, StockMovesRecorded } from "../../stock/graphql/results.ts";
import { toStockMove } from "../../stock/graphql/to-object.ts";
import { findStockMove } from "../../stock/queries/load-one.ts";
import { CloseOff, CloseOffMove, StockHold } from "./objects.ts";
import { toCloseOff, toCloseOffMove, toHold } from "./to-object.ts";

/** Something that is in the way of a move or of a line. */
export interface InTheWay {
  warehouseId: number;
  closeOffRowId: number | null;
  holdRowId: number | null;
}

export async function closeOffInTheWay(
  { warehouseId, closeOffRowId: id }: InTheWay,
  { loaders, now }: RequestContext,
): Promise<CloseOff | null> {
  return id === null ? null : toCloseOff(await loaders.closeOff.load({ warehouseId, id }), now);
}

export async function holdInTheWay(
  { warehouseId, holdRowId: id }: InTheWay,
  { loaders }: RequestContext,
): Promise<StockHold | null> {
  return id === null ? null : toHold(await loaders.hold.load({ warehouseId, id }));
}

@Resolver(() => StockMoveRejection)
export class RejectedMoveResolver {
  @FieldResolver(() => CloseOff, {
    nullable: true,
    description: "What has the place closed off, where that is the reason and it is a lease.",
  })
  closeOff(
    @Root() rejection: StockMoveRejection,
    @Ctx() context: RequestContext,
  ): Promise<CloseOff | null> {
    return closeOffInTheWay(rejection, context);
  }

  @FieldResolver(() => StockHold, {
    nullable: true,
    description: "What holds the stock, where that is the reason.",
  })
  hold(
    @Root() rejection: StockMoveRejection,
    @Ctx() context: RequestContext,
  ): Promise<StockHold | null> {
    return holdInTheWay(rejection, context);
  }
}

@Resolver(() => StockMovesRecorded)
export class RecordedMovesResolver {
  @FieldResolver(() => [CloseOffMove], {
    description: "Those of them that were made in closed places: a warning.",
  })
  inClosedPlaces(@Root() { warehouseId, noted }: StockMovesRecorded): CloseOffMove[] {
    return noted.map((move) => toCloseOffMove(warehouseId, move));
  }
}

@Resolver(() => CloseOffMove)
export class CloseOffMoveResolver {
  @FieldResolver(() => CloseOff, { description: "What has the place closed off." })
  async closeOff(
    @Root() { warehouseId, closeOffRowId: id }: CloseOffMove,
    @Ctx() { loaders, now }: RequestContext,
  ): Promise<CloseOff> {
    return toCloseOff(await loaders.closeOff.load({ warehouseId, id }), now);
  }

  @FieldResolver(() => StockMove, { description: "The move." })
  async move(
    @Root() { warehouseId, moveRowId }: CloseOffMove,
    @Ctx() { db }: RequestContext,
  ): Promise<StockMove> {
    const move = await findStockMove(db, warehouseId, moveRowId);
    if (!move) throw notFound("stock move");
    return toStockMove(move);
  }
}
