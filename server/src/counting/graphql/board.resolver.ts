import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Location } from "../../catalogue/graphql/objects.ts";
import { toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import { readBins, readPace } from "../queries/read-board.ts";
import { isLatestRoundOnly } from "./line-conditions.ts";
import { CountSession } from "./objects.ts";
import { placeIn } from "./place-in.ts";

@ObjectType({ description: "One place of a count that has lines of its own." })
export class CountedBin {
  @Field(() => Location, { description: "The place." })
  location!: Location;

  @Field(() => ID, { description: "The topmost place above it: its zone, as a rule." })
  zoneId!: string;

  @Field(() => Int, {
    description: "How many places it stands for: one, or all of an aisle where that was asked for.",
  })
  bins!: number;

  @Field(() => Int, { description: "In how many of them nothing is left to visit." })
  settledBins!: number;

  @Field(() => Int, { description: "How many lines lie there." })
  lines!: number;

  @Field(() => Int, { description: "How many are counted." })
  counted!: number;

  @Field(() => Int, { description: "How many were left out on purpose." })
  skipped!: number;

  @Field(() => Int, { description: "How many nobody could get to." })
  notAccessible!: number;

  @Field(() => Int, { nullable: true, description: "How many hold less than the books say." })
  short!: number | null;

  @Field(() => Int, { nullable: true, description: "How many hold more than the books say." })
  over!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many of those that are short or over may be half of a move.",
  })
  moved!: number | null;

  @Field(() => Int, { nullable: true, description: "How many need somebody to look." })
  flagged!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What the differences are worth." })
  valueVariance!: Decimal | string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last counted." })
  lastCountedAt!: Date | null;
}

@ObjectType({ description: "How far a count was by an instant." })
export class CountPace {
  @Field(() => DateTimeScalar, { description: "The instant." })
  at!: Date;

  @Field(() => Int, { description: "How many lines stood counted by then." })
  lines!: number;
}

const spans = { from: 1, to: 1_440 };

@Resolver(() => CountSession)
export class CountBoardResolver {
  @FieldResolver(() => [CountedBin], {
    description:
      "Place by place, in walking order; what the books say is left out of a blind count.",
  })
  async bins(
    @Root() session: CountSession,
    @Arg("atMost", () => Int, {
      nullable: true,
      description: "Where there are more places than these, each aisle is told as one.",
    })
    atMost: number | undefined,
    @Arg("withinLocationId", () => ID, { nullable: true, description: "Only below this place." })
    withinId: string | undefined,
    @Ctx() { db, loaders }: RequestContext,
  ): Promise<CountedBin[]> {
    const { warehouseId, rowId: id, isBlindHere } = session;
    if (withinId !== undefined) await placeIn(loaders, warehouseId, withinId);
    const rows = await readBins(
      db,
      { warehouseId, id },
      {
        isLatestRoundOnly: isLatestRoundOnly(session),
        atMost,
        within: withinId === undefined ? undefined : { eq: withinId },
      },
    );
    return Promise.all(
      rows.map(
        async ({ locationId, zoneId, short, over, moved, flagged, valueVariance, ...told }) =>
          Object.assign(new CountedBin(), {
            location: toLocation(await loaders.location.load({ warehouseId, locationId })),
            zoneId: idOf("Location", warehouseId, zoneId),
            bins: told.bins,
            settledBins: told.settledBins,
            lines: told.lines,
            counted: told.counted,
            skipped: told.skipped,
            notAccessible: told.notAccessible,
            lastCountedAt: told.lastCountedAt,
            short: isBlindHere ? null : short,
            over: isBlindHere ? null : over,
            moved: isBlindHere ? null : moved,
            flagged: isBlindHere ? null : flagged,
            valueVariance: isBlindHere ? null : valueVariance,
          }),
      ),
    );
  }

  @FieldResolver(() => [CountPace], {
    description: "How many lines stood counted, span by span; spans without a change are left out.",
  })
  async pace(
    @Root() session: CountSession,
    @Arg("spanMinutes", () => Int, { defaultValue: 15, description: "How long a span is." })
    spanMinutes: number,
    @Ctx() { db }: RequestContext,
  ): Promise<CountPace[]> {
    if (spanMinutes < spans.from || spanMinutes > spans.to)
      throw new Refusal(
        "BAD_USER_INPUT",
        `A span has ${spans.from} to ${spans.to} minutes, not ${spanMinutes}.`,
      );
    const { warehouseId, rowId: id } = session;
    const key = { warehouseId, id };
    const rows = await readPace(db, key, spanMinutes, isLatestRoundOnly(session));
    return rows.map((row) => Object.assign(new CountPace(), row));
  }
}
