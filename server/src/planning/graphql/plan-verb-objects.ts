import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CountSession } from "../../counting/graphql/objects.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateScalar } from "../../shared/scalars.ts";
import { moveRejections } from "../domain/reject-move.ts";

@InputType({ description: "A place of a schedule." })
export class PlannedCountInput {
  @Field(() => ID, { description: "The schedule." })
  scheduleId!: string;

  @Field(() => ID, { nullable: true, description: "The place; left out where lots are chosen." })
  locationId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it is due; needed to move it." })
  dueOn?: string | null;
}

@InputType({ description: "Places that are to be counted on another day." })
export class MovePlannedCountsInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => [PlannedCountInput], { description: "Which." })
  counts!: PlannedCountInput[];

  @Field(() => DateScalar, { description: "To which day." })
  to!: string;
}

@ObjectType({ description: "They are planned for that day." })
export class PlannedCountsMoved {
  @Field(() => Int, { description: "How many places." })
  movedCount!: number;
}
export const MovePlannedCountsRejected = rejectionOf("MovePlannedCounts", moveRejections);
export const MovePlannedCountsResult = resultOf("MovePlannedCounts", [
  PlannedCountsMoved,
  MovePlannedCountsRejected,
]);

@InputType({ description: "What is to become counts now." })
export class GenerateCountsInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => [PlannedCountInput], {
    nullable: true,
    description: "Only these places; left out, all that is planned until today.",
  })
  places?: PlannedCountInput[] | null;
}

@ObjectType({ description: "Counts that were made; none where all were made before." })
export class CountsGenerated {
  @Field(() => [CountSession], { description: "The counts." })
  sessions!: CountSession[];

  @Field(() => Int, { description: "How many places they have." })
  places!: number;

  @Field(() => Int, { description: "How many lines were planned." })
  lines!: number;
}
