import { Field, InputType, Int, ObjectType } from "type-graphql";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { reasonOrderRejections } from "../domain/variance-reason.ts";
import { VarianceReasonObject } from "./investigation-objects.ts";

@ObjectType({ description: "How often a reason was found." })
export class VarianceReasonUse {
  @Field(() => String, { description: "The code of the reason." })
  code!: string;

  @Field(() => Int, { description: "Lines of which it is the last word." })
  lines!: number;

  @Field(() => DateTimeScalar, { description: "When it was last found." })
  lastAt!: Date;
}

@InputType({ description: "In which order reasons are offered." })
export class OrderVarianceReasonsInput {
  @Field(() => [String], { description: "Every code once, the first to be offered first." })
  codes!: string[];
}

@ObjectType({ description: "Reasons are offered in this order from now on." })
export class VarianceReasonsOrdered {
  @Field(() => [VarianceReasonObject], { description: "All reasons, those in use first." })
  reasons!: VarianceReasonObject[];
}
export const OrderVarianceReasonsRejected = rejectionOf(
  "OrderVarianceReasons",
  reasonOrderRejections,
);
export const OrderVarianceReasonsResult = resultOf("OrderVarianceReasons", [
  VarianceReasonsOrdered,
  OrderVarianceReasonsRejected,
]);
