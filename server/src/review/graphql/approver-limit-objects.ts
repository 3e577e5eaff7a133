import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DecimalScalar } from "../../shared/scalars.ts";
import { approverLimitRejections } from "../domain/reject-approver-limit.ts";
import { ApproverLimit } from "./approval-objects.ts";

@InputType({ description: "How much a person may approve." })
export class SaveApproverLimitInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => ID, { description: "The person." })
  userId!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "In the money of the warehouse; left out, there is no limit.",
  })
  valueAtMost?: Decimal | null;
}

@ObjectType({ description: "The limit is in force." })
export class ApproverLimitSaved {
  @Field(() => [ApproverLimit], { description: "All limits of the warehouse." })
  limits!: ApproverLimit[];
}
export const SaveApproverLimitRejected = rejectionOf("SaveApproverLimit", approverLimitRejections);
export const SaveApproverLimitResult = resultOf("SaveApproverLimit", [
  ApproverLimitSaved,
  SaveApproverLimitRejected,
]);
