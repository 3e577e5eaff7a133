import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { ResyncReason } from "../domain/feed-position.ts";
import type * as words from "../domain/words.ts";
import type { SessionEventKind as Kind } from "../domain/session-event.ts";
import { CountSessionStatus, enumOf, ObservationMode } from "./enums.ts";
import { CountLine, CountSession } from "./objects.ts";

export const SessionEventKind = enumOf<Kind>("SessionEventKind", "What happened in a count.", {
  SESSION_STARTED: "Counting began: all its lines are new.",
  SESSION_UPDATED: "Its title, deadline, notes or people were changed.",
  SESSION_SUBMITTED: "It was handed in.",
  SESSION_REOPENED: "What was handed in was opened again.",
  SESSION_RESET: "It began again: every line is as if nobody had been there.",
  SESSION_CLOSED: "Counting ended.",
  SESSION_CANCELLED: "It was called off.",
  OBSERVATION_RECORDED: "Somebody entered something for the line.",
  OBSERVATION_UNMATCHED: "Somebody entered something that is known to no line yet.",
  OBSERVATION_QUARANTINED: "An entry came too late, and is kept apart.",
  OBSERVATION_MATCHED: "Somebody said which line a loose entry belongs to.",
  OBSERVATION_DISMISSED: "Somebody let a loose entry go, with a reason.",
  DISPUTE_RESOLVED: "A supervisor said which of several looks at a line stands.",
  LINE_ADDED: "Stock came into the scope: the line is new.",
  CLAIM_TAKEN_OVER: "Somebody took over a place that another counts, with a reason.",
  CLAIM_FORCE_RELEASED: "A supervisor released a place that somebody counts.",
  WORK_SHARED_OUT: "The places were shared out among the people.",
  DEVICE_EXCLUDED: "A supervisor goes on without a device that holds entries back.",
  POSTING_MADE: "Lines of it were posted. Not told to those for whom the count is blind.",
  POSTING_REVERSED:
    "Posted lines of it were taken back. Not told to those for whom the count is blind.",
  RECOUNT_ASKED: "A line is to be counted again, by somebody else.",
  ROUND_CHOSEN:
    "A supervisor said which round of a line stands; kept from those for whom the count is blind.",
  LINES_APPROVED: "Lines of it were approved. Not told to those for whom the count is blind.",
  LINES_REJECTED:
    "Lines of it were rejected, with a reason. Not told to those for whom the count is blind.",
  APPROVAL_LOST:
    "The numbers of the line are not those that were approved any more. Not told to those for whom the count is blind.",
  LINE_REEVALUATED:
    "A move of stock reached the instant at which the line was counted. Not told to those for whom the count is blind.",
});

export const ResyncReasonEnum = enumOf<ResyncReason>(
  "ResyncReason",
  "Why one cannot go on from a cursor.",
  {
    EPOCH_CHANGED: "The events are another history, as after a backup was put back.",
    SEQUENCE_PRUNED: "The events behind the cursor are no longer kept.",
    TOO_FAR_BEHIND: "There are so many events that a fresh look is faster.",
  },
);

@ObjectType({ description: "Something that happened in a count." })
export class SessionEvent {
  @Field(() => Int, {
    description: "1, 2, 3 and so on, without a hole, among the events told to whoever looks.",
  })
  sequence!: number;

  @Field(() => SessionEventKind, { description: "What happened." })
  kind!: Kind;

  @Field(() => DateTimeScalar, { description: "When the server recorded it." })
  happenedAt!: Date;

  /** Who did it; null where the ledger did. */
  actorId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The line it was about; the frame has it as it now stands.",
  })
  lineId!: string | null;

  @Field(() => String, { nullable: true, description: "The id that a device gave the entry." })
  externalId!: string | null;

  @Field(() => ObservationMode, { nullable: true, description: "What the entry said." })
  mode!: words.ObservationMode | null;

  @Field(() => String, { nullable: true, description: "Why, where a person gave a reason." })
  reason!: string | null;
}

@ObjectType({ description: "How far a count is." })
export class SessionProgress {
  @Field(() => CountSessionStatus, { description: "Its status." })
  status!: words.SessionStatus;

  @Field(() => Boolean, { description: "Handed in." })
  isSubmitted!: boolean;

  @Field(() => Int, { description: "How many lines it has." })
  linesTotal!: number;

  @Field(() => Int, { description: "How many are counted." })
  linesCounted!: number;

  @Field(() => Int, { description: "How many were left out on purpose." })
  linesSkipped!: number;

  @Field(() => Int, { description: "How many nobody could get to." })
  linesNotAccessible!: number;

  @Field(() => Int, {
    nullable: true,
    description: "How many differ from the books; null to those for whom the count is blind.",
  })
  linesDifferent!: number | null;
}

@ObjectType({ description: "What happened since the last frame." })
export class SessionFrame {
  @Field(() => [SessionEvent], { description: "What happened, in its order." })
  events!: SessionEvent[];

  @Field(() => [CountLine], {
    description: "Each line that the events are about, once, as it now stands.",
  })
  lines!: CountLine[];

  @Field(() => Boolean, {
    description: "Every line may have changed, and not only these: read them anew.",
  })
  isEveryLineChanged!: boolean;

  @Field(() => SessionProgress, { description: "How far the count is after them." })
  progress!: SessionProgress;

  @Field(() => String, { description: "Where to go on from after a break." })
  cursor!: string;
}

@ObjectType({
  description: "One cannot go on from the cursor: read the count anew, and begin without one.",
})
export class ResyncRequired {
  @Field(() => ResyncReasonEnum, { description: "Why." })
  reason!: ResyncReason;
}

export const SessionFeedItem = createUnionType({
  name: "SessionFeedItem",
  description: "What a count's feed tells.",
  types: () => [SessionFrame, ResyncRequired] as const,
  resolveType: (item) => (item instanceof ResyncRequired ? ResyncRequired : SessionFrame),
});

@ObjectType({ description: "Counts that have changed since the last frame." })
export class CountSessionsFrame {
  @Field(() => [CountSession], { description: "Each of them as it now stands; new ones, too." })
  sessions!: CountSession[];
}
