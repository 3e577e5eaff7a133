import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { PageArgs } from "../../shared/connection.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { DateTimeFilter, enumFilterOf, type EnumFilter } from "../../shared/filters.ts";
import { CloseOffMode } from "../../restrictions/graphql/objects.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type * as words from "../domain/words.ts";
import * as enums from "./enums.ts";

export const CountSessionStatusFilter = enumFilterOf<words.SessionStatus>(
  "CountSessionStatus",
  () => enums.CountSessionStatus,
);
export const CountTypeFilter = enumFilterOf<words.CountType>("CountType", () => enums.CountType);

@InputType({ description: "Which counts; all conditions given must hold." })
export class CountSessionFilter {
  @Field(() => CountSessionStatusFilter, { nullable: true, description: "By how far it is." })
  status?: EnumFilter<words.SessionStatus>;

  @Field(() => CountTypeFilter, { nullable: true, description: "By how it chooses its lines." })
  countType?: EnumFilter<words.CountType>;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was planned." })
  createdAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: "By its deadline." })
  deadlineAt?: DateTimeFilter;
}

@ArgsType()
export class CountSessionsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Words in number, title or reference." })
  search?: string;

  @Field(() => CountSessionFilter, { nullable: true, description: "Which counts." })
  filter?: CountSessionFilter;
}

@ArgsType()
export class CountSessionConditions {
  @Field(() => String, { nullable: true, description: "Words in number, title or reference." })
  search?: string;

  @Field(() => CountSessionFilter, { nullable: true, description: "Which counts." })
  filter?: CountSessionFilter;
}

@InputType({ description: "What a count is to cover. What is left out restricts nothing." })
export class CountScopeInput {
  @Field(() => [ID], { nullable: true, description: "Places with everything below them." })
  locationIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Items, wherever they lie." })
  itemIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: "What this supplier delivers." })
  supplierId?: string | null;

  @Field(() => ID, { nullable: true, description: "What belongs to this category." })
  categoryId?: string | null;

  @Field(() => String, { nullable: true, description: "An ABC class: A, B or C." })
  abcClass?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Also places that hold none by the books; they are left out otherwise.",
  })
  includesEmpty?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: "For types that choose: how many lots; the warehouse's option when left out.",
  })
  lotsToCount?: number | null;

  @Field(() => String, { nullable: true, description: "For RANDOM: what it is drawn with." })
  seed?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "For LOW_VALUE and HIGH_VALUE: the threshold; the option when left out.",
  })
  valueThreshold?: Decimal | null;
}

@InputType({
  description: "A count to plan. What is left out comes from the template, if one is named.",
})
export class CreateCountSessionInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => ID, { nullable: true, description: "The template to plan it from." })
  templateId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What it is called; needed without a template.",
  })
  title?: string | null;

  @Field(() => enums.CountType, {
    nullable: true,
    description: "How it chooses its lines; needed without a template.",
  })
  countType?: words.CountType | null;

  @Field(() => CountScopeInput, { nullable: true, description: "What it covers." })
  scope?: CountScopeInput | null;

  @Field(() => Boolean, { nullable: true, description: "Blind; the option when left out." })
  isBlind?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it should be done." })
  deadlineAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Notes for its counters." })
  notes?: string | null;

  @Field(() => String, { nullable: true, description: "The paper it belongs to." })
  reference?: string | null;

  @Field(() => [ID], { nullable: true, description: "Who counts; anybody when left out." })
  assigneeIds?: string[] | null;
}

@InputType({ description: "How the places of a count are kept as they are while it runs." })
export class CloseOffAtStartInput {
  @Field(() => CloseOffMode, { description: "How strictly." })
  mode!: "DENY" | "WARN" | "FLAG";

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateTimeScalar, {
    description: "When it ends, if the count does not end before: within 30 days.",
  })
  expiresAt!: Date;
}

@InputType({ description: "A draft to start." })
export class StartCountSessionInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => enums.OverlapPolicy, {
    nullable: true,
    description: "What to do with places that another running count has; EXCLUDE when left out.",
  })
  overlap?: "EXCLUDE" | "ACCEPT" | null;

  @Field(() => CloseOffAtStartInput, {
    nullable: true,
    description: "Closes the places off that are counted; left out, option 345 decides.",
  })
  closeOff?: CloseOffAtStartInput | null;
}

@InputType({ description: "A count." })
export class CountSessionInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;
}

@InputType({ description: "A count, and why." })
export class CountSessionReasonInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@InputType({ description: "A count to close." })
export class CloseCountSessionInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => enums.NotVisitedPolicy, { description: "What becomes of lines nobody visited." })
  notVisited!: words.NotVisitedPolicy;
}
