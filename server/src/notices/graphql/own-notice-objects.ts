import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CountSession } from "../../counting/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { OwnNoticeKind as Kind } from "../domain/own-notice.ts";

export const OwnNoticeKind: { [Each in Kind]: Each } = { RECOUNT_ASKED: "RECOUNT_ASKED" };
registerEnumType(OwnNoticeKind, {
  name: "OwnNoticeKind",
  description: "What one person should know.",
  valuesConfig: { RECOUNT_ASKED: { description: "You are asked to count lines again." } },
});

@ObjectType({ description: "Something that you should know; told to you alone." })
export class OwnNotice {
  warehouseId!: number;
  sessionRowId!: number;

  @Field(() => Int, { description: "Its number among yours in the warehouse: 1, 2, 3." })
  sequence!: number;

  @Field(() => OwnNoticeKind, { description: "What happened." })
  kind!: Kind;

  @Field(() => DateTimeScalar, { description: "When." })
  happenedAt!: Date;

  @Field(() => Int, { description: "How many lines it is about." })
  lineCount!: number;

  @Field(() => CountSession, { nullable: true, description: "In which count." })
  session!: CountSession | null;
}
export const OwnNoticeConnection = connectionOf("OwnNotice", () => OwnNotice);

@InputType({ description: "What you have seen of what is told to you." })
export class ReadOwnNoticesInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => Int, { description: "The last that you have seen." })
  upTo!: number;
}

@ObjectType({ description: "They are read." })
export class OwnNoticesRead {
  @Field(() => Int, { description: "How many there are that you have not read." })
  unread!: number;
}
