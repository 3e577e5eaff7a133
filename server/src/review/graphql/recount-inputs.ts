import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CountLineView } from "../../counting/graphql/enums.ts";
import type { LineView } from "../../counting/domain/line-view.ts";
import { CountLine, CountSession } from "../../counting/graphql/objects.ts";
import { reasonsOf, rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { choiceRejections } from "../domain/choose-round.ts";
import {
  recountRefusals,
  recountRejections,
  type RecountRefusalReason,
} from "../domain/decide-recount.ts";

@InputType({
  description:
    "Which lines are to be counted again, and by whom: some by their ids, those of a selection, or all of a view.",
})
export class RequestRecountInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => String, {
    description: "Of your own making: the same request under the same key asks nobody twice.",
  })
  key!: string;

  @Field(() => [ID], { nullable: true, description: "Lines, at most 1,000." })
  lineIds?: string[] | null;

  @Field(() => String, { nullable: true, description: "The token of a selection." })
  selection?: string | null;

  @Field(() => CountLineView, { nullable: true, description: "All that a view shows." })
  view?: LineView | null;

  @Field(() => ID, {
    nullable: true,
    description: "Who is to count; left out, anybody who has not counted the line.",
  })
  assigneeId?: string | null;

  @Field(() => String, { description: "Why. Told to nobody who counts." })
  reason!: string;
}

@InputType({ description: "A line, and which of its rounds stands." })
export class ChooseRoundInput {
  @Field(() => ID, { description: "The line." })
  lineId!: string;

  @Field(() => Int, { description: "The round." })
  round!: number;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => Int, { description: "The version of the line as it was looked at." })
  version!: number;
}

const RefusalReason = reasonsOf<RecountRefusalReason>("RecountLine", recountRefusals);

@ObjectType({ description: "A line that was not asked for again." })
export class RefusedRecount {
  @Field(() => ID, { description: "The line." })
  lineId!: string;

  @Field(() => RefusalReason, { description: "The reason, for programs." })
  reason!: RecountRefusalReason;

  @Field(() => String, { description: "The reason in one sentence, for people." })
  message!: string;
}

@ObjectType({ description: "The lines that may be counted again are asked for." })
export class RecountRequested {
  @Field(() => [ID], { description: "The lines that wait to be counted again." })
  lineIds!: string[];

  @Field(() => [RefusedRecount], { description: "The others, each with its reason." })
  refused!: RefusedRecount[];

  @Field(() => Int, {
    description:
      "How many lines that match are asked for with those of a view, so that being asked tells nothing.",
  })
  controlCount!: number;

  @Field(() => Boolean, { description: "It was asked under this key before: nothing was done." })
  wasAsked!: boolean;

  @Field(() => CountSession, { description: "The count as it is now." })
  session!: CountSession;
}
export const RequestRecountRejected = rejectionOf("RequestRecount", recountRejections);
export const RequestRecountResult = resultOf("RequestRecount", [
  RecountRequested,
  RequestRecountRejected,
]);

@ObjectType({ description: "One round stands." })
export class RoundChosen {
  @Field(() => CountLine, { description: "The line as it is now." })
  line!: CountLine;
}
export const ChooseRoundRejected = rejectionOf("ChooseRound", choiceRejections);
export const ChooseRoundResult = resultOf("ChooseRound", [RoundChosen, ChooseRoundRejected]);
