import { Field, Int, ObjectType } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { reasonsOf, resultOf } from "../../shared/rejection-types.ts";
import { DecimalScalar } from "../../shared/scalars.ts";
import {
  postSessionRejections,
  reversePostingRejections,
  type PostingRefusalReason as Refusal,
  type PostSessionRejectionReason,
  type ReversePostingRejectionReason,
} from "../domain/posting-refusals.ts";
import type { PostingPreviewRow } from "../queries/posting-preview.ts";
import { PostingRefusalReason } from "./enums.ts";
import { PostingAskedFor, PostingReversed, SessionPosted } from "./objects.ts";

@ObjectType({
  description: "A line that may not be posted or taken back, with all that speaks against it.",
})
export class RefusedLine {
  warehouseId!: number;
  lineRowId!: number;
  closeOffRowId!: number | null;
  holdRowId!: number | null;

  @Field(() => [PostingRefusalReason], { description: "The reasons, for programs." })
  reasons!: readonly Refusal[];

  @Field(() => [String], { description: "The reasons in sentences, for people." })
  messages!: string[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What is on hand now, where the line differs.",
  })
  quantityOnHand!: string | null;

  @Field(() => [String], { description: "The pieces that are in the way." })
  serials!: readonly string[];
}

@ObjectType({ description: "How many lines a reason speaks against." })
export class PostingRefusalCount {
  @Field(() => PostingRefusalReason, { description: "The reason." })
  reason!: Refusal;

  @Field(() => Int, { description: "The lines." })
  lines!: number;
}

@ObjectType({ description: "What a posting would do now. Nothing has happened yet." })
export class PostingPreview {
  chosen!: PostingPreviewRow["chosen"];

  @Field(() => String, {
    description: "Of these exact numbers: give it to postSession, which refuses any others.",
  })
  digest!: string;

  @Field(() => Boolean, { description: "There is something to post, and nothing against it." })
  canBePosted!: boolean;

  @Field(() => Int, { description: "Counted lines that are not posted yet." })
  lines!: number;

  @Field(() => Int, { description: "Lines where what was expected was found." })
  matches!: number;

  @Field(() => Int, { description: "Lines that would come in." })
  receipts!: number;

  @Field(() => Int, { description: "Lines that would go out." })
  issues!: number;

  @Field(() => Int, { description: "Moves of pieces that were found in the wrong place." })
  moves!: number;

  @Field(() => DecimalScalar, { description: "Units that would come in." })
  unitsIn!: Decimal;

  @Field(() => DecimalScalar, { description: "Units that would go out." })
  unitsOut!: Decimal;

  @Field(() => DecimalScalar, { description: "What would come in is worth." })
  valueIn!: Decimal;

  @Field(() => DecimalScalar, { description: "What would go out is worth." })
  valueOut!: Decimal;

  @Field(() => Int, { description: "Lines that differ and have no cost: in none of the values." })
  withoutCost!: number;

  @Field(() => Int, { description: "Lines that nobody has counted: they are left as they are." })
  notCounted!: number;

  @Field(() => Int, { description: "Lines where stock moved while they were counted." })
  movedDuringCount!: number;

  @Field(() => [PostingRefusalCount], { description: "What speaks against it, by reason." })
  refusals!: PostingRefusalCount[];

  @Field(() => [RefusedLine], { description: "The lines it speaks against: the first 1,000." })
  refusedLines!: RefusedLine[];
}

const postReasons = reasonsOf("PostSession", postSessionRejections);

@ObjectType({ description: "Nothing was posted." })
export class PostSessionRejected {
  @Field(() => postReasons, { description: "The reason, for programs." })
  reason!: PostSessionRejectionReason;

  @Field(() => String, { description: "The reason in one sentence, for people." })
  message!: string;

  @Field(() => [RefusedLine], { description: "The lines in the way: the first 1,000." })
  refusedLines!: RefusedLine[];
}

const reversalReasons = reasonsOf("ReversePosting", reversePostingRejections);

@ObjectType({ description: "Nothing was taken back." })
export class ReversePostingRejected {
  @Field(() => reversalReasons, { description: "The reason, for programs." })
  reason!: ReversePostingRejectionReason;

  @Field(() => String, { description: "The reason in one sentence, for people." })
  message!: string;

  @Field(() => [RefusedLine], { description: "The lines in the way: the first 1,000." })
  refusedLines!: RefusedLine[];
}

export const PostSessionResult = resultOf("PostSession", [
  SessionPosted,
  PostingAskedFor,
  PostSessionRejected,
]);
export const ReversePostingResult = resultOf("ReversePosting", [
  PostingReversed,
  ReversePostingRejected,
]);
