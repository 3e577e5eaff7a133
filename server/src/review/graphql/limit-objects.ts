import { Field, InputType, ObjectType } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { DecimalScalar } from "../../shared/scalars.ts";
import type { Limit, Limits } from "../domain/tolerance-limits.ts";

@ObjectType("ToleranceLimit", { description: "How far off a line may be; null sets no limit." })
export class ToleranceLimitObject {
  @Field(() => DecimalScalar, { nullable: true, description: "How much may be found too much." })
  upper!: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: "How much may be found too little." })
  lower!: Decimal | null;
}

@ObjectType("ToleranceLimits", { description: "Limits that must all hold." })
export class ToleranceLimitsObject {
  @Field(() => ToleranceLimitObject, { description: "In the item's own unit." })
  quantity!: Limit;

  @Field(() => ToleranceLimitObject, { description: "In percent of what was expected." })
  percent!: Limit;

  @Field(() => ToleranceLimitObject, { description: "In the currency of the warehouse." })
  value!: Limit;

  @Field(() => ToleranceLimitObject, { description: "In percent of the value expected." })
  valuePercent!: Limit;
}

export function toLimits(limits: Limits): ToleranceLimitsObject {
  const shown = (limit: Limit) => Object.assign(new ToleranceLimitObject(), limit);
  return Object.assign(new ToleranceLimitsObject(), {
    quantity: shown(limits.QUANTITY),
    percent: shown(limits.PERCENT),
    value: shown(limits.VALUE),
    valuePercent: shown(limits.VALUE_PERCENT),
  });
}

@InputType({ description: "How far off a line may be. What is left out sets no limit." })
export class ToleranceLimitInput {
  @Field(() => DecimalScalar, { nullable: true, description: "How much may be found too much." })
  upper?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: "How much may be found too little." })
  lower?: Decimal | null;
}

@InputType({ description: "Limits that must all hold; money only where a cost is known." })
export class ToleranceLimitsInput {
  @Field(() => ToleranceLimitInput, { nullable: true, description: "In the item's own unit." })
  quantity?: ToleranceLimitInput | null;

  @Field(() => ToleranceLimitInput, {
    nullable: true,
    description: "In percent of what was expected; of nothing, anything found is out.",
  })
  percent?: ToleranceLimitInput | null;

  @Field(() => ToleranceLimitInput, {
    nullable: true,
    description: "In the currency of the warehouse.",
  })
  value?: ToleranceLimitInput | null;

  @Field(() => ToleranceLimitInput, {
    nullable: true,
    description: "In percent of the value expected.",
  })
  valuePercent?: ToleranceLimitInput | null;
}

export function limitsGiven(input: ToleranceLimitsInput): Limits {
  const given = (limit: ToleranceLimitInput | null | undefined): Limit => ({
    upper: limit?.upper ?? null,
    lower: limit?.lower ?? null,
  });
  return {
    QUANTITY: given(input.quantity),
    PERCENT: given(input.percent),
    VALUE: given(input.value),
    VALUE_PERCENT: given(input.valuePercent),
  };
}
