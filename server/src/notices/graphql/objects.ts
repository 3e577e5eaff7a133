import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { NoticeKind as Kind } from "../domain/notice.ts";

export const NoticeKind: { [Each in Kind]: Each } = {
  ENTRIES_QUARANTINED: "ENTRIES_QUARANTINED",
  LATE_MOVE: "LATE_MOVE",
  APPROVAL_LOST: "APPROVAL_LOST",
};
registerEnumType(NoticeKind, {
  name: "NoticeKind",
  description: "What somebody in charge should know.",
  valuesConfig: {
    ENTRIES_QUARANTINED: {
      description: "Entries came after a count was handed in: merge them or let them go.",
    },
    LATE_MOVE: {
      description:
        "Moves were heard of late, and have changed what counted lines should have held.",
    },
    APPROVAL_LOST: {
      description: "The numbers of approved lines are others now: the approval holds no more.",
    },
  },
});

@ObjectType({ description: "Something that somebody in charge should know." })
export class Notice {
  warehouseId!: number;
  sessionRowId!: number;
  actorId!: string | null;
  recipientId!: string | null;

  @Field(() => Int, { description: "Its number in the warehouse: 1, 2, 3, without a hole." })
  sequence!: number;

  @Field(() => NoticeKind, { description: "What happened." })
  kind!: Kind;

  @Field(() => DateTimeScalar, { description: "When." })
  happenedAt!: Date;

  @Field(() => Int, { description: "How many entries, or lines." })
  count!: number;

  @Field(() => CountSession, { nullable: true, description: "In which count." })
  session!: CountSession | null;

  @Field(() => User, { nullable: true, description: "Whose doing it was; null for the ledger's." })
  actor!: User | null;

  @Field(() => User, { nullable: true, description: "Whom it concerns before all others." })
  recipient!: User | null;
}
export const NoticeConnection = connectionOf("Notice", () => Notice);

@ObjectType({ description: "What there is to know since the last frame." })
export class NoticesFrame {
  @Field(() => [Notice], { description: "In the order in which they happened." })
  notices!: Notice[];

  @Field(() => String, { description: "Where to go on from after a break." })
  cursor!: string;
}

@InputType({ description: "Notices that were seen." })
export class ReadNoticesInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => Int, { description: "The last that was seen." })
  upTo!: number;
}

@ObjectType({ description: "They are read." })
export class NoticesRead {
  @Field(() => Int, { description: "How many there are that were not read." })
  unread!: number;
}
