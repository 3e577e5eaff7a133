import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { PageArgs } from "../../shared/connection.ts";
import { feedCursorOf, positionOf } from "../../shared/feed-cursor.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { cancelJob } from "../commands/cancel-job.ts";
import { followJobs, type JobsFrame as Frame } from "../live/follow-jobs.ts";
import { findJob, listJobs } from "../queries/list-jobs.ts";
import {
  CancelJobInput,
  CancelJobRejected,
  CancelJobResult,
  Job,
  JobCancelled,
  JobConnection,
  JobsFrame,
} from "./objects.ts";
import { toJob } from "./to-object.ts";

const feedOf = (warehouseId: number) => `jobs:${warehouseId}`;

@Resolver(() => Job)
export class JobsResolver {
  @Query(() => Job, { nullable: true, description: "A job; null where there is none." })
  async job(
    @Arg("id", () => ID, { description: "The job." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Job | null> {
    const found = await nullIfNotFound(() => {
      const { warehouseId, rowId } = warehouseKeyOf(id, "Job");
      return findJob(context.db, { warehouseId: context.requireWarehouse(warehouseId), id: rowId });
    });
    return found && toJob(found);
  }

  @Query(() => JobConnection, { description: "The jobs of a warehouse, the latest first." })
  async jobs(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return JobConnection.from(await listJobs(context.db, warehouseId, page), toJob);
  }

  @Mutation(() => CancelJobResult, {
    description: "Stops a job. One that runs is stopped before it changes anything, or is done.",
  })
  async cancelJob(
    @Arg("input", () => CancelJobInput, { description: "Which." }) { jobId }: CancelJobInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: id } = warehouseKeyOf(jobId, "Job");
    context.requireWarehouse(warehouseId, "job");
    const { em, server, actor, now } = context;
    const asked = { warehouseId, id, actorId: actor.userId, now };
    const outcome = await cancelJob(em, server.doorbell, asked);
    if ("job" in outcome) return Object.assign(new JobCancelled(), { job: toJob(outcome.job) });
    return CancelJobRejected.because(outcome.rejection.reason);
  }

  @Subscription(() => JobsFrame, {
    description: "The jobs of a warehouse as they go on: each change leads to a frame.",
    subscribe: ({ args, context }) => subscribeToJobs(args as FeedArgs, context as RequestContext),
  })
  jobFeed(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Arg("after", () => String, {
      nullable: true,
      description: "The cursor to go on from; left out, the feed begins now.",
    })
    _after: string | undefined,
    @Root() { jobs, position }: Frame,
  ): JobsFrame {
    const cursor = feedCursorOf(feedOf(singleKeyOf(id, "Warehouse")), position);
    return Object.assign(new JobsFrame(), { jobs: jobs.map(toJob), cursor });
  }

  @FieldResolver(() => CountSession, {
    nullable: true,
    description: "The count it is about; null where it is about none.",
  })
  async session(
    @Root() { warehouseId, sessionRowId }: Job,
    @Ctx() context: RequestContext,
  ): Promise<CountSession | null> {
    if (sessionRowId === null) return null;
    return toSession(await loadSession(context.db, warehouseId, sessionRowId), lookerOf(context));
  }

  @FieldResolver(() => User, { nullable: true, description: "Who asked for it." })
  askedBy(@Root() { askedById }: Job, @Ctx() { em }: RequestContext): Promise<User | null> {
    return userOrNull(em, askedById);
  }
}

interface FeedArgs {
  warehouseId: string;
  after?: string | null;
}

async function subscribeToJobs(
  args: FeedArgs,
  context: RequestContext,
): Promise<AsyncIterableIterator<Frame>> {
  const warehouseId = context.requireWarehouse(singleKeyOf(args.warehouseId, "Warehouse"));
  const after = args.after == null ? null : positionOf(feedOf(warehouseId), args.after);
  return followJobs(context.db, context.server.doorbell, warehouseId, after);
}
