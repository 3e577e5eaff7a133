import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { Item, Location } from "../../catalogue/graphql/objects.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type { Options } from "../domain/options.ts";
import { countSessionRejections } from "../domain/reject-count-session.ts";
import { optionRejections } from "../domain/reject-option.ts";
import { sessionVerbRejections } from "../domain/session-verb-rejections.ts";
import type * as words from "../domain/words.ts";
import { CountType } from "./enums.ts";
import { CountScopeInput } from "./inputs.ts";
import { CountSession } from "./objects.ts";
import { CountSessionChanged } from "./results.ts";

@InputType({ description: "A count to look at before it is planned." })
export class PreviewCountInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => ID, { nullable: true, description: "The template to plan it from." })
  templateId?: string | null;

  @Field(() => CountType, {
    nullable: true,
    description: "How it chooses its lines; needed without a template.",
  })
  countType?: words.CountType | null;

  @Field(() => CountScopeInput, { nullable: true, description: "What it covers." })
  scope?: CountScopeInput | null;
}

@ObjectType({ description: "One line that a count would have." })
export class PreviewedLine {
  @Field(() => Item, { description: "What would be counted." })
  item!: Item;

  @Field(() => Location, { description: "Where." })
  location!: Location;

  @Field(() => String, { nullable: true, description: "Why, with the figure it was chosen by." })
  chosenBecause!: string | null;

  @Field(() => Boolean, { description: "Another running count has it already." })
  isCountedElsewhere!: boolean;

  @Field(() => CountSession, { nullable: true, description: "The count that has it already." })
  countedIn!: CountSession | null;
}

@ObjectType({ description: "Lines of a planned count that a running one has already." })
export class CountedElsewhere {
  @Field(() => CountSession, { description: "The running count." })
  session!: CountSession;

  @Field(() => Int, { description: "How many lines." })
  lines!: number;
}

@ObjectType({ description: "How much there is to count." })
export class PreviewedWork {
  @Field(() => Int, { description: "How many lines." })
  lineCount!: number;

  @Field(() => Int, { description: "In how many places." })
  locationCount!: number;

  @Field(() => Int, { description: "Of how many items." })
  itemCount!: number;

  @Field(() => DecimalScalar, { description: "Value on hand, as far as costs are known." })
  value!: string;

  @Field(() => Int, { description: "About how many minutes one person needs." })
  estimatedMinutes!: number;
}

@ObjectType({ description: "What a count would cover if it started now." })
export class CountPreview {
  @Field(() => Int, { description: "How many lines." })
  lineCount!: number;

  @Field(() => Int, { description: "In how many places." })
  locationCount!: number;

  @Field(() => Int, { description: "Of how many items." })
  itemCount!: number;

  @Field(() => DecimalScalar, { description: "Value on hand, as far as costs are known." })
  value!: string;

  @Field(() => Int, { description: "Lines that another running count has already." })
  countedElsewhereCount!: number;

  @Field(() => PreviewedWork, { description: "The same without those lines." })
  free!: PreviewedWork;

  @Field(() => [CountedElsewhere], { description: "The same by running count, the most first." })
  countedElsewhere!: CountedElsewhere[];

  @Field(() => Int, { description: "Lines that are on hold: they are counted, and not posted." })
  onHoldCount!: number;

  @Field(() => Int, { description: "Lines of which no cost is known." })
  withoutCostCount!: number;

  @Field(() => Int, { description: "About how many minutes one person needs." })
  estimatedMinutes!: number;

  @Field(() => [PreviewedLine], { description: "The first hundred in walking order." })
  lines!: PreviewedLine[];
}

@ObjectType({ description: "One option, by the number that people who migrate know, or by name." })
export class CountOption {
  @Field(() => String, { description: "Its number or name." })
  code!: string;

  @Field(() => Boolean, { nullable: true, description: "For an option that is on or off." })
  isOn!: boolean | null;

  @Field(() => Float, { nullable: true, description: "For an option that is a number." })
  number!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "For an option that is a word or an amount.",
  })
  text!: string | null;
}

export function toOption(code: string, value: boolean | number | string): CountOption {
  return Object.assign(new CountOption(), {
    code,
    isOn: typeof value === "boolean" ? value : null,
    number: typeof value === "number" ? value : null,
    text: typeof value === "string" ? value : null,
  });
}

export function toOptions(options: Options): CountOption[] {
  return Object.entries(options).map(([code, value]) => toOption(code, value));
}

@InputType({ description: "An option to change. Without a value it is as if never set." })
export class SaveOptionInput {
  @Field(() => String, { description: "Its number or name." })
  code!: string;

  @Field(() => ID, { nullable: true, description: "The warehouse; the company when left out." })
  warehouseId?: string | null;

  @Field(() => Boolean, { nullable: true, description: "For an option that is on or off." })
  isOn?: boolean | null;

  @Field(() => Float, { nullable: true, description: "For an option that is a number." })
  number?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "For an option that is a word or an amount.",
  })
  text?: string | null;
}

@ObjectType({ description: "The option is in force for counts that start from now on." })
export class OptionSaved {
  @Field(() => [CountOption], { description: "All options as they are in force now." })
  options!: CountOption[];
}
export const SaveOptionRejected = rejectionOf("SaveOption", optionRejections);
export const SaveOptionResult = resultOf("SaveOption", [OptionSaved, SaveOptionRejected]);

@InputType({ description: "A count to change. What is left out is kept." })
export class UpdateCountSessionInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => String, { nullable: true, description: "What it is called." })
  title?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when; null for no deadline." })
  deadlineAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Notes for its counters." })
  notes?: string | null;

  @Field(() => [ID], { nullable: true, description: "Who counts; an empty list means anybody." })
  assigneeIds?: string[];
}
export const UpdateCountSessionRejected = rejectionOf("UpdateCountSession", {
  ...sessionVerbRejections,
  ...countSessionRejections,
});
export const UpdateCountSessionResult = resultOf("UpdateCountSession", [
  CountSessionChanged,
  UpdateCountSessionRejected,
]);
