import { Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";

@ObjectType()
class AdjustmentSum {
  @Field(() => Int, { description: "Lines that changed stock." })
  lines!: number;

  @Field(() => DecimalScalar, { description: "Units that came in." })
  unitsIn!: string;

  @Field(() => DecimalScalar, { description: "Units that went out." })
  unitsOut!: string;

  @Field(() => DecimalScalar, { description: "What came in is worth." })
  valueIn!: string;

  @Field(() => DecimalScalar, { description: "What went out is worth." })
  valueOut!: string;

  @Field(() => Int, { description: "Lines without a cost: in none of the values." })
  withoutCost!: number;
}

@ObjectType({ description: "What a posting comes to for one reason." })
export class AdjustmentByReason extends AdjustmentSum {
  @Field(() => String, {
    nullable: true,
    description: "The reason, for programs; null where nobody has said one.",
  })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: "The reason, for people." })
  reasonName!: string | null;
}

@ObjectType({ description: "What a posting comes to in one place." })
export class AdjustmentByPlace extends AdjustmentSum {
  warehouseId!: number;
  locationId!: number;
}

@ObjectType({ description: "Somebody who has put his name to lines of a posting." })
export class PostingSignature {
  userId!: string;

  @Field(() => Int, { description: "To how many lines." })
  lines!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When, for the last of them." })
  lastAt!: Date | null;
}

@ObjectType({
  description:
    "The adjustment report of a posting: sums by reason and place, and who has signed. Its lines are those of the posting.",
})
export class AdjustmentReport {
  warehouseId!: number;
  postingRowId!: number;
}
