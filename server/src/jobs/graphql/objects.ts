import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { cancelJobRejections } from "../domain/decide-cancel-job.ts";
import type { JobKind as Kind, JobState as State } from "../domain/job.ts";

export const JobKind: { [Each in Kind]: Each } = {
  POST_SESSION: "POST_SESSION",
  ANALYSE_ABC: "ANALYSE_ABC",
  CHECK_IMPORT: "CHECK_IMPORT",
  COMMIT_IMPORT: "COMMIT_IMPORT",
};
registerEnumType(JobKind, {
  name: "JobKind",
  description: "What a job does.",
  valuesConfig: {
    POST_SESSION: { description: "Posts lines of a count." },
    ANALYSE_ABC: { description: "Tells items apart by what the ledger says was used." },
    CHECK_IMPORT: { description: "Judges every row of a file, and changes nothing." },
    COMMIT_IMPORT: { description: "Does what the check of a file has shown." },
  },
});

export const JobState: { [Each in State]: Each } = {
  WAITING: "WAITING",
  RUNNING: "RUNNING",
  DONE: "DONE",
  REJECTED: "REJECTED",
  FAILED: "FAILED",
  CANCELLED: "CANCELLED",
};
registerEnumType(JobState, {
  name: "JobState",
  description: "How far a job is.",
  valuesConfig: {
    WAITING: { description: "Nobody works at it yet, or not at the moment." },
    RUNNING: { description: "A server works at it." },
    DONE: { description: "All of it is done." },
    REJECTED: { description: "Something spoke against it: nothing was changed." },
    FAILED: { description: "It failed again and again, by a fault of ours: nothing was changed." },
    CANCELLED: { description: "Somebody stopped it: nothing was changed." },
  },
});

@ObjectType({ description: "How many of what." })
export class JobCount {
  @Field(() => String, { description: "What: for a posting the reason against lines." })
  name!: string;

  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType({ description: "Why a job did not do what was asked." })
export class JobError {
  @Field(() => String, {
    description: "For programs: a reason of the verb that asked for it, or INTERNAL.",
  })
  code!: string;

  @Field(() => String, { description: "In one sentence, for people." })
  message!: string;

  @Field(() => [JobCount], { description: "How many lines each reason speaks against." })
  counts!: JobCount[];
}

@ObjectType({ implements: Node, description: "Work that is longer than a request." })
export class Job extends Node {
  warehouseId!: number;
  rowId!: number;
  sessionRowId!: number | null;
  askedById!: string;
  postingRowId!: number | null;

  @Field(() => JobKind, { description: "What it does." })
  kind!: Kind;

  @Field(() => JobState, { description: "How far it is." })
  state!: State;

  @Field(() => String, { nullable: true, description: "At which step it is, for programs." })
  step!: string | null;

  @Field(() => Int, { description: "Lines that are done; nothing counts before all are." })
  done!: number;

  @Field(() => Int, { description: "Lines that are to be done." })
  total!: number;

  @Field(() => String, { description: "Where it is, in one sentence for people." })
  message!: string;

  @Field(() => DateTimeScalar, { description: "When somebody asked for it." })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was first begun." })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it came to its end." })
  endedAt!: Date | null;

  @Field(() => Boolean, { description: "Somebody has asked that it be stopped." })
  isCancelAsked!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: "The import that it checks or commits; null for other work.",
  })
  importId!: string | null;

  @Field(() => JobError, { nullable: true, description: "Why it was rejected, or failed." })
  error!: JobError | null;
}
export const JobConnection = connectionOf("Job", () => Job);

@ObjectType({ description: "Jobs that have changed since the last frame." })
export class JobsFrame {
  @Field(() => [Job], { description: "Each once and as it now stands." })
  jobs!: Job[];

  @Field(() => String, { description: "Where to go on from after a break." })
  cursor!: string;
}

@InputType({ description: "A job that is to be stopped." })
export class CancelJobInput {
  @Field(() => ID, { description: "The job." })
  jobId!: string;
}

@ObjectType({ description: "It is stopped, or will be before it changes anything." })
export class JobCancelled {
  @Field(() => Job, { description: "The job; while it runs it says that it is to stop." })
  job!: Job;
}

export const CancelJobRejected = rejectionOf("CancelJob", cancelJobRejections);
export const CancelJobResult = resultOf("CancelJob", [JobCancelled, CancelJobRejected]);
