import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../counting/graphql/enums.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type { Breach, LimitSide } from "../domain/judge-tolerance.ts";
import { sessionToleranceRejections } from "../domain/reject-session-tolerance.ts";
import { toleranceSetRejections } from "../domain/reject-tolerance-set.ts";
import type * as resolving from "../domain/resolve-tolerance.ts";
import type * as limits from "../domain/tolerance-limits.ts";
import { ToleranceLimitsInput, ToleranceLimitsObject, toLimits } from "./limit-objects.ts";

export const ToleranceSource = enumOf<resolving.ToleranceSource>(
  "ToleranceSource",
  "Which rule a line is judged by; the first that fits, in this order.",
  {
    ITEM: "The rule for its item.",
    CLASS_AND_PLACE: "The rule for its ABC class or place; the nearest place first.",
    SESSION: "The limits of its count.",
    DEFAULT: "The default of the set.",
    BUILT_IN: "No set says anything: whatever differs is out.",
  },
);
export const ToleranceLimitKind = enumOf<limits.LimitKind>(
  "ToleranceLimitKind",
  "What a limit is of.",
  {
    QUANTITY: "The variance.",
    PERCENT: "The variance in percent of what was expected.",
    VALUE: "The value of the variance.",
    VALUE_PERCENT: "Its value in percent of the value expected.",
  },
);
export const ToleranceSide = enumOf<LimitSide>("ToleranceSide", "Which side a limit is on.", {
  UPPER: "Too much was found.",
  LOWER: "Too little was found.",
});

@ObjectType("ToleranceRule", { description: "What holds for an item, a class or a place." })
export class ToleranceRuleObject {
  warehouseId!: number;
  itemRowId!: number | null;
  locationRowId!: number | null;

  @Field(() => String, { nullable: true, description: "For one ABC class; null for all." })
  abcClass!: string | null;

  @Field(() => ToleranceLimitsObject, { description: "Limits that must all hold." })
  limits!: ToleranceLimitsObject;
}

@ObjectType("ToleranceSet", {
  description: "The tolerances of a warehouse in one version; a version is never changed.",
})
export class ToleranceSetObject {
  @Field(() => Int, { description: "1, 2, 3, …" })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was saved." })
  savedAt!: Date;

  @Field(() => [ToleranceRuleObject], { description: "Its rules, as they were given." })
  rules!: ToleranceRuleObject[];
}

@ObjectType("SessionTolerance", { description: "What a count is judged by." })
export class SessionToleranceObject {
  @Field(() => Int, {
    nullable: true,
    description: "The version it started with; null until then, and where there was none.",
  })
  version!: number | null;

  @Field(() => ToleranceLimitsObject, { nullable: true, description: "Limits of its own." })
  limits!: ToleranceLimitsObject | null;
}

@ObjectType({ description: "A limit that does not hold." })
export class ToleranceBreach {
  @Field(() => ToleranceLimitKind, { description: "Of what." })
  limit!: limits.LimitKind;

  @Field(() => ToleranceSide, { description: "Too much, or too little." })
  side!: LimitSide;

  @Field(() => DecimalScalar, { description: "How much is allowed." })
  allowed!: Decimal;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How much it is; null for percent of nothing, and where no cost is known.",
  })
  found!: Decimal | null;

  @Field(() => Boolean, {
    description: "No cost is known and there is no other limit: nobody can say that it is within.",
  })
  isCostUnknown!: boolean;
}

@ObjectType({ description: "Whether a line is within its tolerance, and why." })
export class ToleranceVerdict {
  @Field(() => Boolean, { description: "All limits hold." })
  isWithin!: boolean;

  @Field(() => ToleranceSource, { description: "Which rule it was judged by." })
  source!: resolving.ToleranceSource;

  @Field(() => ToleranceRuleObject, { nullable: true, description: "The rule, if a set has it." })
  rule!: ToleranceRuleObject | null;

  @Field(() => Int, { nullable: true, description: "The version of the set." })
  version!: number | null;

  @Field(() => [ToleranceBreach], { description: "The limits that do not hold." })
  breaches!: ToleranceBreach[];
}

export function toRule(warehouseId: number, rule: limits.ToleranceRule): ToleranceRuleObject {
  return Object.assign(new ToleranceRuleObject(), {
    warehouseId,
    itemRowId: rule.itemId,
    abcClass: rule.abcClass,
    locationRowId: rule.locationId,
    limits: toLimits(rule.limits),
  });
}

export function toSet({ warehouseId, version, savedAt, rules }: limits.ToleranceSet) {
  return Object.assign(new ToleranceSetObject(), {
    version,
    savedAt,
    rules: rules.map((rule) => toRule(warehouseId, rule)),
  });
}

export const toBreach = (breach: Breach) => Object.assign(new ToleranceBreach(), breach);

@InputType({ description: "Limits for an item, a class or a place; for all others without any." })
export class ToleranceRuleInput {
  @Field(() => ID, { nullable: true, description: "The item, wherever it lies." })
  itemId?: string | null;

  @Field(() => String, { nullable: true, description: "The ABC class: A, B or C." })
  abcClass?: string | null;

  @Field(() => ID, { nullable: true, description: "The place with everything below it." })
  locationId?: string | null;

  @Field(() => ToleranceLimitsInput, { description: "Limits that must all hold." })
  limits!: ToleranceLimitsInput;
}

@InputType({ description: "The next version of a warehouse's tolerances, whole." })
export class SaveToleranceSetInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => Int, { description: "The version that you have looked at; 0 if there is none." })
  basedOnVersion!: number;

  @Field(() => [ToleranceRuleInput], { description: "All its rules." })
  rules!: ToleranceRuleInput[];
}

@ObjectType({ description: "The version is saved; counts that start from now on go by it." })
export class ToleranceSetSaved {
  @Field(() => ToleranceSetObject, { description: "The set." })
  set!: ToleranceSetObject;
}
export const SaveToleranceSetRejected = rejectionOf("SaveToleranceSet", toleranceSetRejections);
export const SaveToleranceSetResult = resultOf("SaveToleranceSet", [
  ToleranceSetSaved,
  SaveToleranceSetRejected,
]);

@InputType({ description: "Limits for one count that has not started." })
export class SaveSessionToleranceInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => ToleranceLimitsInput, {
    nullable: true,
    description: "For lines that no rule for item, class or place has; null takes them away.",
  })
  limits?: ToleranceLimitsInput | null;
}

@ObjectType({ description: "The count has these limits." })
export class SessionToleranceSaved {
  @Field(() => CountSession, { description: "The count." })
  session!: CountSession;
}
export const SaveSessionToleranceRejected = rejectionOf(
  "SaveSessionTolerance",
  sessionToleranceRejections,
);
export const SaveSessionToleranceResult = resultOf("SaveSessionTolerance", [
  SessionToleranceSaved,
  SaveSessionToleranceRejected,
]);
