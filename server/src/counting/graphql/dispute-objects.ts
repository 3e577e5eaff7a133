import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import { resolutionRejections } from "../domain/resolve-dispute.ts";
import { CountLine } from "./objects.ts";

@ObjectType({ description: "What one independent look at a line's shelf found." })
export class IndependentCount {
  counterIds!: string[];

  @Field(() => [User], { description: "By whom; several where each counted a part." })
  counters!: User[];

  @Field(() => DecimalScalar, { description: "How much." })
  quantity!: Decimal;

  @Field(() => [String], { description: "Which pieces, for items told apart by serial." })
  serials!: string[];

  @Field(() => DateTimeScalar, { description: "When its last entry was made." })
  countedAt!: Date;

  @Field(() => Boolean, { description: "It is the one that stands." })
  stands!: boolean;
}

@InputType({ description: "A disputed line, and whose count stands." })
export class ResolveDisputeInput {
  @Field(() => ID, { description: "The line." })
  lineId!: string;

  @Field(() => ID, { description: "Whose count stands." })
  userId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => Int, { description: "The version of the line as it was looked at." })
  version!: number;
}

@ObjectType({ description: "One count stands." })
export class DisputeResolved {
  @Field(() => CountLine, { description: "The line as it is now." })
  line!: CountLine;
}
export const ResolveDisputeRejected = rejectionOf("ResolveDispute", resolutionRejections);
export const ResolveDisputeResult = resultOf("ResolveDispute", [
  DisputeResolved,
  ResolveDisputeRejected,
]);
