import { Field, ID, InputType } from "type-graphql";
import type * as words from "../domain/words.ts";
import { PostingQuestion } from "./enums.ts";

@InputType({
  description:
    "Which lines: all that are counted and not posted, those of a selection, or some by their ids.",
})
export class PostingPreviewInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => String, { nullable: true, description: "The token of a selection." })
  selection?: string | null;

  @Field(() => [ID], { nullable: true, description: "Lines, at most 1,000." })
  lineIds?: string[] | null;

  @Field(() => [PostingQuestion], { nullable: true, description: "What you accept." })
  accepted?: words.PostingQuestion[] | null;
}

@InputType({ description: "What was previewed, with the same lines and answers, and its digest." })
export class PostSessionInput extends PostingPreviewInput {
  @Field(() => String, { description: "The digest of the preview." })
  digest!: string;
}

@InputType({ description: "What to take back." })
export class ReversePostingInput {
  @Field(() => ID, { description: "The posting." })
  postingId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: "Lines of it, at most 1,000; all when left out.",
  })
  lineIds?: string[] | null;

  @Field(() => String, { description: "Why." })
  reason!: string;
}
