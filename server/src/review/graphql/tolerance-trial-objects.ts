import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import { ToleranceRuleInput, ToleranceVerdict } from "./tolerance-objects.ts";

@ObjectType({ description: "A version of a warehouse's tolerances, without its rules." })
export class ToleranceVersion {
  savedById!: string;

  @Field(() => Int, { description: "1, 2, 3, …; the greatest is for counts that start now." })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was saved." })
  savedAt!: Date;

  @Field(() => Int, { description: "How many rules it has." })
  ruleCount!: number;

  @Field(() => Int, { description: "How many counts are judged by it." })
  countsJudged!: number;
}

@InputType({ description: "A line that nobody has counted, and the rules to try on it." })
export class TryToleranceInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => Int, { nullable: true, description: "A version; the latest when left out." })
  version?: number | null;

  @Field(() => [ToleranceRuleInput], {
    nullable: true,
    description: "Rules that are not saved yet, instead of a version.",
  })
  rules?: ToleranceRuleInput[] | null;

  @Field(() => ID, { nullable: true, description: "An item, with its class; none when left out." })
  itemId?: string | null;

  @Field(() => String, { nullable: true, description: "An ABC class, where no item is named." })
  abcClass?: string | null;

  @Field(() => ID, { nullable: true, description: "Where it lies; nowhere when left out." })
  locationId?: string | null;

  @Field(() => DecimalScalar, { description: "What the books say." })
  expected!: Decimal;

  @Field(() => DecimalScalar, { description: "What is found." })
  counted!: Decimal;

  @Field(() => DecimalScalar, { nullable: true, description: "What one costs; null: not known." })
  unitCost?: Decimal | null;
}

@ObjectType({ description: "What rules say of a line that nobody has counted." })
export class ToleranceTrial {
  @Field(() => DecimalScalar, { description: "Counted less expected." })
  variance!: Decimal;

  @Field(() => Int, { nullable: true, description: "Which rule decides, from 1 on." })
  rulePosition!: number | null;

  @Field(() => ToleranceVerdict, { description: "Whether it is within its tolerance, and why." })
  verdict!: ToleranceVerdict;
}
