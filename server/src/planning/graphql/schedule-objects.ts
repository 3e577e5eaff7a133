import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import { CountScopeInput } from "../../counting/graphql/inputs.ts";
import { CountScopeObject } from "../../counting/graphql/scope-object.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateScalar } from "../../shared/scalars.ts";
import type { CadenceKind as Cadence } from "../domain/cadence.ts";
import { scheduleRejections } from "../domain/reject-schedule.ts";
import type { ScheduleChoice as Choice } from "../domain/schedule.ts";
import { CadenceKind, ScheduleChoice } from "./enums.ts";

@ObjectType({ implements: Node, description: "What is counted again and again, and how often." })
export class Schedule extends Node {
  assigneeIds!: readonly string[];
  ownerId!: string | null;

  @Field(() => String, { description: "What it is called: once in its warehouse." })
  name!: string;

  @Field(() => CadenceKind, { description: "How often." })
  cadence!: Cadence;

  @Field(() => Int, { nullable: true, description: "For EVERY_N_DAYS: how many." })
  cadenceDays!: number | null;

  @Field(() => DateScalar, { description: "From which day on." })
  startsOn!: string;

  @Field(() => Int, { description: "So many days of work ahead its counts are made." })
  leadDays!: number;

  @Field(() => ScheduleChoice, { description: "What it counts each time." })
  choice!: Choice;

  @Field(() => CountScopeObject, { description: "What it covers." })
  scope!: CountScopeObject;

  @Field(() => Boolean, { nullable: true, description: "Blind; null takes the option." })
  isBlind!: boolean | null;

  @Field(() => String, { nullable: true, description: "Notes for the counters." })
  notes!: string | null;

  @Field(() => Boolean, { description: "Its counts are open from the first moment." })
  startsByItself!: boolean;

  @Field(() => Int, { description: "How many places it has; of what chooses lots, 1." })
  placeCount!: number;

  @Field(() => Int, { description: "How many lines they have." })
  lineCount!: number;

  @Field(() => Float, { description: "Lines a day of work, as a round goes on." })
  linesADay!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When something of it was last counted.",
  })
  lastCountedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When something of it is next due." })
  nextDueOn!: string | null;

  @Field(() => Int, { description: "Lines that were due before today." })
  linesOverdue!: number;
}

@InputType({ description: "A schedule to make, or to change." })
export class SaveScheduleInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => ID, { nullable: true, description: "Left out, it is a new one." })
  scheduleId?: string | null;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => CadenceKind, { description: "How often." })
  cadence!: Cadence;

  @Field(() => Int, { nullable: true, description: "For EVERY_N_DAYS: how many." })
  cadenceDays?: number | null;

  @Field(() => DateScalar, { description: "From which day on." })
  startsOn!: string;

  @Field(() => Int, { nullable: true, description: "Days of work ahead; none when left out." })
  leadDays?: number | null;

  @Field(() => ScheduleChoice, { nullable: true, description: "PLACES when left out." })
  choice?: Choice | null;

  @Field(() => CountScopeInput, { nullable: true, description: "What it covers." })
  scope?: CountScopeInput | null;

  @Field(() => Boolean, { nullable: true, description: "Blind; null takes the option." })
  isBlind?: boolean | null;

  @Field(() => [ID], { nullable: true, description: "Who counts; an empty list means anybody." })
  assigneeIds?: string[] | null;

  @Field(() => String, { nullable: true, description: "Notes for the counters." })
  notes?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Open at once; a draft when left out." })
  startsByItself?: boolean | null;

  @Field(() => ID, { nullable: true, description: "In whose name; yours when left out." })
  ownerId?: string | null;
}

@ObjectType({ description: "The schedule is in force." })
export class ScheduleSaved {
  @Field(() => Schedule, { description: "As it is now." })
  schedule!: Schedule;
}
export const SaveScheduleRejected = rejectionOf("SaveSchedule", scheduleRejections);
export const SaveScheduleResult = resultOf("SaveSchedule", [ScheduleSaved, SaveScheduleRejected]);

@InputType({ description: "A schedule that is to make no more counts." })
export class RetireScheduleInput {
  @Field(() => ID, { description: "The schedule." })
  scheduleId!: string;
}

@ObjectType({ description: "It makes no more counts; those that it has made stay." })
export class ScheduleRetired {
  @Field(() => ID, { description: "Which it was." })
  scheduleId!: string;
}
