import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateScalar, DateTimeScalar } from "../../shared/scalars.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import type { TriggerKind } from "../domain/planning-policy.ts";
import type { ReadPlan, RunRow } from "../queries/read-plan.ts";
import { CountTriggerKind, PlanRunKind } from "./enums.ts";
import { PlanningPolicy } from "./policy-objects.ts";

@ObjectType({ description: "What is counted when in a warehouse." })
export class Plan {
  read!: ReadPlan;

  @Field(() => DateScalar, { description: "The site's day." })
  today!: string;

  @Field(() => String, { description: "The site's time zone." })
  timeZone!: string;

  @Field(() => PlanningPolicy, { description: "Days of work, load and what sets off a count." })
  policy!: PlanningPolicy;
}

@ObjectType({ description: "A place that is counted on a day, or lots that are chosen then." })
export class PlannedCount {
  warehouseId!: number;
  scheduleRowId!: number;
  locationRowId!: number | null;

  @Field(() => ID, { description: "Its schedule." })
  scheduleId!: string;

  @Field(() => DateScalar, { description: "The day on which it is due." })
  dueOn!: string;

  @Field(() => DateScalar, { description: "The day on which it is planned." })
  plannedOn!: string;

  @Field(() => Int, { description: "How many lines." })
  lines!: number;
}

@ObjectType({ description: "What one schedule brings to a day or to a run." })
export class PlannedLoad {
  @Field(() => ID, { description: "The schedule." })
  scheduleId!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => DateScalar, { description: "The day it is planned for." })
  plannedOn!: string;

  @Field(() => Int, { description: "How many lines." })
  lines!: number;

  @Field(() => Int, { description: "In how many places." })
  places!: number;
}

@ObjectType({ description: "One move that would bring a day below its limit." })
export class OfferedMove {
  @Field(() => DateScalar, { description: "To which day." })
  to!: string;

  @Field(() => Int, { description: "How many lines." })
  lines!: number;

  @Field(() => [PlannedCount], { description: "Which places." })
  counts!: PlannedCount[];
}

@ObjectType({ description: "A day of the calendar." })
export class PlannedDay {
  @Field(() => DateScalar, { description: "Which." })
  day!: string;

  @Field(() => Boolean, { description: "The site works." })
  isOpen!: boolean;

  @Field(() => String, { nullable: true, description: "Why it is closed, where it is no weekend." })
  holiday!: string | null;

  @Field(() => Int, { description: "Lines that were counted on it." })
  linesCounted!: number;

  @Field(() => Int, { description: "Lines of the counts that were made for it." })
  linesMade!: number;

  @Field(() => Int, { description: "Those of them that nobody has counted." })
  linesLeft!: number;

  @Field(() => Int, { description: "Lines that are planned and of which no count is made yet." })
  linesPlanned!: number;

  @Field(() => Int, { description: "So many lines are more than a day bears." })
  overBy!: number;

  @Field(() => [PlannedLoad], { description: "What is planned, by schedule." })
  loads!: PlannedLoad[];

  @Field(() => [DateScalar], {
    description: "Closed days whose load has come here, of a full day.",
  })
  movedFrom!: string[];

  @Field(() => OfferedMove, { nullable: true, description: "Of a day that is too full." })
  offer!: OfferedMove | null;
}

@ObjectType({ description: "A place that was due before today." })
export class OverduePlace {
  warehouseId!: number;
  scheduleRowId!: number;
  locationRowId!: number | null;
  sessionRowId!: number | null;
  lastSessionRowId!: number | null;

  @Field(() => ID, { description: "Its schedule." })
  scheduleId!: string;

  @Field(() => Int, { description: "How many lines." })
  lines!: number;

  @Field(() => DateScalar, { nullable: true, description: "When it was last counted whole." })
  countedOn!: string | null;

  @Field(() => DateScalar, { description: "When it was due." })
  dueOn!: string;

  @Field(() => Int, { description: "How many days of work ago that was." })
  daysLate!: number;

  @Field(() => CountSession, { nullable: true, description: "The count that has it now." })
  heldBy!: CountSession | null;

  @Field(() => CountSession, {
    nullable: true,
    description: "The latest count that was made for it, whatever became of it.",
  })
  lastMade!: CountSession | null;
}

@ObjectType({ description: "Counts that would be made." })
export class PlannedRun {
  @Field(() => DateScalar, { description: "For which day." })
  day!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;

  @Field(() => Int, { description: "How many lines." })
  lines!: number;

  @Field(() => Int, { description: "In how many places." })
  places!: number;

  @Field(() => [PlannedLoad], { description: "Each becomes a count." })
  counts!: PlannedLoad[];
}

@ObjectType({ description: "A run that was made." })
export class PlanRun {
  madeById!: string | null;

  @Field(() => PlanRunKind, { description: "By whom." })
  kind!: RunRow["kind"];

  @Field(() => DateScalar, { description: "The site's day." })
  runOn!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  madeAt!: Date;

  @Field(() => Int, { description: "How many counts it made of schedules." })
  counts!: number;

  @Field(() => Int, { description: "How many places they had." })
  places!: number;

  @Field(() => Int, { description: "How many lines." })
  lines!: number;
}

@ObjectType({ description: "What has set off a count." })
export class CountTrigger {
  warehouseId!: number;
  locationRowId!: number;

  @Field(() => CountSession, { nullable: true, description: "Its count; null while it waits." })
  session!: CountSession | null;

  @Field(() => CountTriggerKind, { description: "What it was." })
  kind!: TriggerKind;

  @Field(() => DateTimeScalar, { description: "When." })
  happenedAt!: Date;
}
