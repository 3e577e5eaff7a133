import { Field, Int, ObjectType } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { CountLineState, enumOf } from "../../counting/graphql/enums.ts";
import type { RecountStatus as Status } from "../../counting/domain/settle-rounds.ts";
import type { LineState } from "../../counting/domain/words.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type { RoundRow } from "../queries/rounds.loader.ts";

export const RecountStatus = enumOf<Status>("RecountStatus", "What has come of counting again.", {
  ASKED: "The latest round is not counted yet; what was found before stands meanwhile.",
  AGREED: "Two rounds agree: the later stands.",
  DISAGREED: "No two rounds agree, and another may be asked for; the first stands for now.",
  EXHAUSTED: "No two rounds agree, and the policy allows no other: choose one.",
  CHOSEN: "A supervisor has chosen the round that stands.",
});

export const RoundCause = enumOf<NonNullable<RoundRow["cause"]>>(
  "RoundCause",
  "Why a line was asked for again.",
  {
    ASKED: "Somebody asked for it.",
    OUT_OF_TOLERANCE: "It was out of its tolerance when the count was handed in.",
    DISAGREEMENT: "Its rounds disagreed when the count was handed in.",
    CONTROL: "It was drawn by chance among those that match, so that being asked tells nothing.",
  },
);

@ObjectType({ description: "One go at a line, with what it alone has come to." })
export class CountRound {
  counterIds!: string[];
  askedById!: string | null;
  assigneeId!: string | null;
  chosenById!: string | null;

  @Field(() => Int, { description: "1 for the first count." })
  round!: number;

  @Field(() => RoundCause, {
    nullable: true,
    description: "Why there is this round; not of the first.",
  })
  cause!: RoundRow["cause"];

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was asked for." })
  askedAt!: Date | null;

  @Field(() => User, { nullable: true, description: "Who asked for it." })
  askedBy!: User | null;

  @Field(() => String, { nullable: true, description: "Why, in the words of whoever asked." })
  reason!: string | null;

  @Field(() => User, { nullable: true, description: "Who was asked; null where anybody may." })
  assignee!: User | null;

  @Field(() => CountLineState, { description: "What became of it." })
  state!: LineState;

  @Field(() => DecimalScalar, { nullable: true, description: "What it found." })
  quantityCounted!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What the books held at its own instant.",
  })
  quantityExpected!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Its own variance." })
  quantityVariance!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Its first entry." })
  windowFirstAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Its last entry." })
  windowLastAt!: Date | null;

  @Field(() => Boolean, { description: "Stock moved while it was counted." })
  isMovedDuringCount!: boolean;

  @Field(() => Boolean, { description: "Stock moved when it may have been counted." })
  isTimeUncertain!: boolean;

  @Field(() => Boolean, { description: "Its own looks disagree." })
  isDisputed!: boolean;

  @Field(() => [String], { description: "Which pieces it found, for items told apart by serial." })
  serials!: string[];

  @Field(() => [User], { description: "Who its quantity is from." })
  counters!: User[];

  @Field(() => Boolean, { description: "Its figures are the line's." })
  stands!: boolean;

  @Field(() => User, { nullable: true, description: "Who chose it." })
  chosenBy!: User | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was chosen." })
  chosenAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was chosen." })
  chosenBecause!: string | null;
}

export function toRound(row: RoundRow): CountRound {
  const { round, cause, askedAt, askedById, reason, assigneeId, state, stands } = row;
  const { quantityCounted, quantityExpected, quantityVariance, serials, counterIds } = row;
  const { windowFirstAt, windowLastAt, isMovedDuringCount, isTimeUncertain, isDisputed } = row;
  const { chosenById, chosenAt, chosenBecause } = row;
  return Object.assign(new CountRound(), {
    ...{ round, cause, askedAt, askedById, reason, assigneeId, state, stands },
    ...{ quantityCounted, quantityExpected, quantityVariance, serials, counterIds },
    ...{ windowFirstAt, windowLastAt, isMovedDuringCount, isTimeUncertain, isDisputed },
    ...{ chosenById, chosenAt, chosenBecause },
  });
}

@ObjectType({ description: "How many lines were asked for again, by what has come of it." })
export class RecountTotals {
  @Field(() => Int, { description: "Those whose latest round is not counted yet." })
  asked!: number;

  @Field(() => Int, { description: "Those of which two rounds agree." })
  agreed!: number;

  @Field(() => Int, { description: "Those whose rounds disagree, where another may be asked for." })
  disagreed!: number;

  @Field(() => Int, { description: "Those whose rounds disagree, where a person has to choose." })
  exhausted!: number;

  @Field(() => Int, { description: "Those of which a supervisor chose a round." })
  chosen!: number;
}
