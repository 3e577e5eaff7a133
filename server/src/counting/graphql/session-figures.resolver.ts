import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { DecimalScalar } from "../../shared/scalars.ts";
import { percentWithin } from "../../shared/percent-within.ts";
import { CountSession } from "./objects.ts";

@ObjectType({ description: "What the lines of a count come to." })
export class CountFigures {
  @Field(() => DecimalScalar, { description: "Variances with their signs." })
  quantityVariance!: string;

  @Field(() => DecimalScalar, { description: "Variances without their signs." })
  quantityVarianceGross!: string;

  @Field(() => DecimalScalar, { description: "Values with their signs." })
  valueVariance!: string;

  @Field(() => DecimalScalar, { description: "Values without their signs." })
  valueVarianceGross!: string;

  @Field(() => Int, { description: "Lines that were out of their tolerance on the first round." })
  outOfTolerance!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Lines within their tolerance on the first round, in percent of those counted; null while none is.",
  })
  accuracyPercent!: Decimal | null;
}

@Resolver(() => CountSession)
export class SessionFiguresResolver {
  @FieldResolver(() => CountFigures, {
    nullable: true,
    description: "What its lines come to; null to those for whom it is blind.",
  })
  async figures(
    @Root() { warehouseId, rowId, isBlindHere, seesRounds }: CountSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CountFigures | null> {
    if (isBlindHere || !seesRounds) return null;
    const row = await loaders.sessionFigures.load({ warehouseId, sessionId: rowId });
    const accuracyPercent = percentWithin(row.counted - row.outOfTolerance, row.counted);
    return Object.assign(new CountFigures(), { ...row, accuracyPercent });
  }
}
