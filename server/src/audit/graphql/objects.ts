import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { enumOf } from "../../counting/graphql/enums.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { BrokenLink as Broken } from "../domain/audit-entry.ts";
import type { AuditSubject as Subject } from "../domain/audit-subject.ts";

export const AuditSubject = enumOf<Subject>("AuditSubject", "What a decision is about.", {
  COUNT: "A count: its plan, its steps, its entries and its rounds.",
  APPROVAL: "A yes or a no to lines, or one that was lost.",
  POSTING: "What was posted to stock, and taken back.",
  SETTING: "Options, tolerances, limits and reasons.",
  PEOPLE: "People, their roles, invitations and API keys.",
  DEVICE: "Devices of counters.",
  OTHER: "Anything else.",
});

@ObjectType({ description: "Something that a person has decided, as it stands in the chain." })
export class AuditEntry {
  warehouseId!: number;
  actorId!: string | null;
  sessionRowId!: number | null;

  @Field(() => Int, { description: "Its number in its chain: 1, 2, 3, without a hole." })
  sequence!: number;

  @Field(() => String, { description: "What was decided, such as POSTING_MADE." })
  kind!: string;

  @Field(() => AuditSubject, { description: "What it is about." })
  subject!: Subject;

  @Field(() => DateTimeScalar, { description: "When." })
  happenedAt!: Date;

  @Field(() => User, { nullable: true, description: "By whom; null where nobody decided it." })
  actor!: User | null;

  @Field(() => CountSession, { nullable: true, description: "In which count." })
  session!: CountSession | null;

  @Field(() => String, { description: "The text that was hashed: JSON with all details." })
  body!: string;

  @Field(() => String, { description: "SHA-256 of the hash before it and its text." })
  hash!: string;
}
export const AuditEntryConnection = connectionOf("AuditEntry", () => AuditEntry);

@InputType({ description: "Which decisions." })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: "Of one count." })
  sessionId?: string | null;

  @Field(() => [String], { nullable: true, description: "Of some kinds." })
  kinds?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Of one person." })
  actorId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From this instant on." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Before this instant." })
  to?: Date | null;

  @Field(() => [AuditSubject], { nullable: true, description: "About some things." })
  subjects?: Subject[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Words that stand in the text, or in the name of who decided; at most eight.",
  })
  search?: string | null;

  @Field(() => Int, { nullable: true, description: "Behind this number of the chain." })
  afterSequence?: number | null;
}

@ObjectType({ description: "Where a chain stands." })
export class AuditHead {
  @Field(() => Int, { description: "The number of its last decision; 0 if there is none." })
  lastSequence!: number;
}

export const BrokenLinkKind: { [Kind in Broken["kind"]]: Kind } = {
  DECISION: "DECISION",
  MOVE: "MOVE",
  SEAL: "SEAL",
  HEAD: "HEAD",
  POSTING: "POSTING",
};
registerEnumType(BrokenLinkKind, {
  name: "BrokenLinkKind",
  description: "What is not as it was sealed.",
  valuesConfig: {
    DECISION: { description: "A decision was changed, is missing or in another's place." },
    MOVE: { description: "A move of the ledger was changed or is missing." },
    SEAL: { description: "A seal of the ledger was changed or is missing." },
    HEAD: { description: "The last decision is not there." },
    POSTING: { description: "The lines of a posting are not those that were decided on." },
  },
});

@ObjectType({ description: "A row that is not as it was sealed." })
export class BrokenLink {
  @Field(() => BrokenLinkKind, { description: "What it is." })
  kind!: Broken["kind"];

  @Field(() => Int, { description: "Its number, of a decision or in the ledger." })
  position!: number;
}

@ObjectType({ description: "What came of making the chain of a warehouse again." })
export class AuditCheck {
  @Field(() => Boolean, { description: "Everything is as it was sealed." })
  isIntact!: boolean;

  @Field(() => Int, { description: "How many decisions there are." })
  decisions!: number;

  @Field(() => Int, { description: "How many moves of the ledger are sealed." })
  movesSealed!: number;

  @Field(() => Int, { description: "The latest moves, which the next decision seals." })
  movesNotSealed!: number;

  @Field(() => String, {
    description: "Of the last decision: kept elsewhere, it shows that nothing was made anew.",
  })
  headHash!: string;

  @Field(() => [BrokenLink], { description: "What is not as it was: the first 100." })
  broken!: BrokenLink[];
}
