import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { Item, Location } from "../../catalogue/graphql/objects.ts";
import { toItem, toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import type { Loaders } from "../../loaders.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type { ProposedMove } from "../domain/propose-location-moves.ts";
import { readProposedMoves } from "../queries/read-misplaced.ts";
import * as progress from "../queries/read-progress.ts";
import { MoveConflict } from "./enums.ts";
import { isLatestRoundOnly } from "./line-conditions.ts";
import { CountSession } from "./objects.ts";
import { placeIn } from "./place-in.ts";

@ObjectType({ description: "How far a count is at one place, with all below it." })
export class LocationProgress {
  @Field(() => Location, { description: "The place." })
  location!: Location;

  @Field(() => Int, { description: "How many lines lie there." })
  lines!: number;

  @Field(() => Int, { description: "How many are counted." })
  counted!: number;

  @Field(() => Int, { description: "How many were left out on purpose." })
  skipped!: number;

  @Field(() => Int, { description: "How many nobody could get to." })
  notAccessible!: number;
}

@ObjectType({ description: "What one person has entered." })
export class CounterProgress {
  @Field(() => User, { nullable: true, description: "The person." })
  user!: User | null;

  @Field(() => Int, { description: "On how many lines." })
  lines!: number;

  @Field(() => Int, { description: "How many entries." })
  entries!: number;

  @Field(() => DateTimeScalar, { description: "When the last of them arrived." })
  lastReceivedAt!: Date;
}

@ObjectType({ description: "A move that would explain what was found in the wrong place." })
export class ProposedLocationMove {
  @Field(() => Item, { description: "What would move." })
  item!: Item;

  @Field(() => String, { nullable: true, description: "The piece, for items told by serial." })
  serial!: string | null;

  @Field(() => DecimalScalar, { description: "How much." })
  quantity!: Decimal;

  @Field(() => Location, { description: "Where the books have it." })
  from!: Location;

  @Field(() => Location, { description: "Where it was found." })
  to!: Location;

  @Field(() => ID, {
    nullable: true,
    description: "The line that misses it; null where the books have it outside of this count.",
  })
  fromLineId!: string | null;

  @Field(() => ID, { description: "The line that has too much." })
  toLineId!: string;

  @Field(() => MoveConflict, {
    nullable: true,
    description: "Why a person has to look first; null where nothing speaks against it.",
  })
  conflict!: ProposedMove["conflict"];
}

@Resolver(() => CountSession)
export class CountProgressResolver {
  @FieldResolver(() => [LocationProgress], { description: "How far it is, zone by zone." })
  async progressByZone(
    @Root() { warehouseId, rowId }: CountSession,
    @Ctx() { db, loaders }: RequestContext,
  ): Promise<LocationProgress[]> {
    const rows = await progress.readProgressByZone(db, { warehouseId, id: rowId });
    return withPlaces(loaders, warehouseId, rows);
  }

  @FieldResolver(() => [LocationProgress], {
    description:
      "How far it is under one place: place by place directly below, each with all below it.",
  })
  async progressByLocation(
    @Root() { warehouseId, rowId }: CountSession,
    @Arg("withinId", () => ID, { description: "The place." }) withinId: string,
    @Ctx() { db, loaders }: RequestContext,
  ): Promise<LocationProgress[]> {
    const locationId = await placeIn(loaders, warehouseId, withinId);
    const rows = await progress.readProgressByLocation(db, { warehouseId, id: rowId }, locationId);
    return withPlaces(loaders, warehouseId, rows);
  }

  @FieldResolver(() => [CounterProgress], { description: "Who has entered how much." })
  async progressByCounter(
    @Root() { warehouseId, rowId }: CountSession,
    @Ctx() { db, em }: RequestContext,
  ): Promise<CounterProgress[]> {
    const rows = await progress.readProgressByCounter(db, { warehouseId, id: rowId });
    return Promise.all(
      rows.map(async ({ userId, ...figures }) => {
        const user = await userOrNull(em, userId);
        return Object.assign(new CounterProgress(), { user, ...figures });
      }),
    );
  }

  @FieldResolver(() => [ProposedLocationMove], {
    nullable: true,
    description: "Moves that would explain it; null to those for whom the count is blind.",
  })
  async proposedMoves(
    @Root() session: CountSession,
    @Ctx() { db, loaders }: RequestContext,
  ): Promise<ProposedLocationMove[] | null> {
    const { warehouseId, rowId, isBlindHere } = session;
    if (isBlindHere || isLatestRoundOnly(session)) return null;
    const moves = await readProposedMoves(db, { warehouseId, id: rowId });
    const place = async (locationId: number) =>
      toLocation(await loaders.location.load({ warehouseId, locationId }));
    return Promise.all(
      moves.map(async ({ itemId, fromLocationId, toLocationId, fromLineId, toLineId, ...move }) =>
        Object.assign(new ProposedLocationMove(), {
          ...{ serial: move.serial, quantity: move.quantity, conflict: move.conflict },
          item: toItem(await loaders.item.load(itemId)),
          from: await place(fromLocationId),
          to: await place(toLocationId),
          fromLineId: fromLineId === null ? null : idOf("CountLine", warehouseId, fromLineId),
          toLineId: idOf("CountLine", warehouseId, toLineId),
        }),
      ),
    );
  }
}

function withPlaces(
  loaders: Loaders,
  warehouseId: number,
  rows: readonly progress.LocationProgress[],
): Promise<LocationProgress[]> {
  return Promise.all(
    rows.map(async ({ locationId, ...figures }) => {
      const location = toLocation(await loaders.location.load({ warehouseId, locationId }));
      return Object.assign(new LocationProgress(), { location, ...figures });
    }),
  );
}
