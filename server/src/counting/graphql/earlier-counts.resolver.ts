import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import { CountLine } from "./objects.ts";

@ObjectType({ description: "What the same stock was counted at in an earlier count." })
export class EarlierCount {
  @Field(() => Int, { description: "The number of that count." })
  sessionNumber!: number;

  @Field(() => DateTimeScalar, { description: "When it was counted." })
  countedAt!: Date;

  @Field(() => DecimalScalar, { description: "What was found." })
  quantityCounted!: string;

  @Field(() => DecimalScalar, { description: "What it differed by." })
  quantityVariance!: string;
}

@Resolver(() => CountLine)
export class EarlierCountsResolver {
  @FieldResolver(() => [EarlierCount], {
    nullable: true,
    description:
      "The last twelve counts of the same stock in the same place before this one, the latest first; null to those for whom the count is blind.",
  })
  async earlierCounts(
    @Root() { warehouseId, rowId, isBlindHere, inRound }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<EarlierCount[] | null> {
    if (isBlindHere || inRound) return null;
    const rows = await loaders.earlierCounts.load({ warehouseId, lineId: rowId });
    return rows.map((row) => Object.assign(new EarlierCount(), row));
  }
}
