import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateScalar, DecimalScalar } from "../../shared/scalars.ts";
import { planningRejections, type TriggerKind } from "../domain/planning-policy.ts";
import { CountTriggerKind } from "./enums.ts";

@ObjectType({ description: "A day on which a site is closed though it is a day of work." })
export class Holiday {
  @Field(() => DateScalar, { description: "Which day." })
  day!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;
}

@ObjectType({
  description: "On which days a site counts, how much, and what else sets off a count.",
})
export class PlanningPolicy {
  @Field(() => [Int], { description: "Days of work: 1 for Monday to 7 for Sunday." })
  workDays!: readonly number[];

  @Field(() => Int, {
    nullable: true,
    description: "At most so many lines a day; null: not levelled.",
  })
  linesADay!: number | null;

  @Field(() => Int, { description: "By so many days of work places are moved to level the load." })
  windowDays!: number;

  @Field(() => String, { description: "When the counts of a day are made, by the site's clock." })
  runsAt!: string;

  @Field(() => [CountTriggerKind], { description: "What sets off a count beside the calendar." })
  triggers!: readonly TriggerKind[];

  @Field(() => DecimalScalar, { nullable: true, description: "For ACCURACY_BELOW: percent." })
  accuracyBelow!: string | null;

  @Field(() => [Holiday], { description: "Closed days, in order." })
  holidays!: Holiday[];
}

@InputType({ description: "A closed day." })
export class HolidayInput {
  @Field(() => DateScalar, { description: "Which day." })
  day!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;
}

@InputType({ description: "Days of work, load, and what sets off a count; all of it is replaced." })
export class SavePlanningPolicyInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => [Int], { description: "Days of work: 1 for Monday to 7 for Sunday." })
  workDays!: number[];

  @Field(() => Int, { nullable: true, description: "At most so many lines a day." })
  linesADay?: number | null;

  @Field(() => Int, { description: "By so many days of work places are moved." })
  windowDays!: number;

  @Field(() => String, { description: "When counts are made, as 02:00." })
  runsAt!: string;

  @Field(() => [CountTriggerKind], { description: "What sets off a count." })
  triggers!: TriggerKind[];

  @Field(() => DecimalScalar, { nullable: true, description: "For ACCURACY_BELOW: percent." })
  accuracyBelow?: Decimal | null;

  @Field(() => [HolidayInput], { description: "Closed days." })
  holidays!: HolidayInput[];
}

@ObjectType({ description: "Is in force for what is planned from now on." })
export class PlanningPolicySaved {
  @Field(() => PlanningPolicy, { description: "As it is now." })
  policy!: PlanningPolicy;
}
export const SavePlanningPolicyRejected = rejectionOf("SavePlanningPolicy", planningRejections);
export const SavePlanningPolicyResult = resultOf("SavePlanningPolicy", [
  PlanningPolicySaved,
  SavePlanningPolicyRejected,
]);
