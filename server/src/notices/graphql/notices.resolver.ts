import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
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
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { readNotices } from "../commands/read-notices.ts";
import type { NoticeRow } from "../domain/notice.ts";
import { followNotices, type NoticesFrame as Frame } from "../live/follow-notices.ts";
import { listNotices, readNoticeHead } from "../queries/list-notices.ts";
import {
  Notice,
  NoticeConnection,
  NoticesFrame,
  NoticesRead,
  ReadNoticesInput,
} from "./objects.ts";

const feedOf = (warehouseId: number) => `notices:${warehouseId}`;

function toNotice({ sessionId, ...row }: NoticeRow): Notice {
  return Object.assign(new Notice(), { ...row, sessionRowId: sessionId });
}

@Resolver(() => Notice)
export class NoticesResolver {
  @Query(() => NoticeConnection, { description: "What there is to know, the latest first." })
  async notices(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return NoticeConnection.from(await listNotices(context.db, warehouseId, page), toNotice);
  }

  @Query(() => Int, { description: "How many notices you have not read." })
  async unreadNoticeCount(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return unreadIn(context, context.requireWarehouse(singleKeyOf(id, "Warehouse")));
  }

  @Mutation(() => NoticesRead, { description: "Says that you have seen notices." })
  async readNotices(
    @Arg("input", () => ReadNoticesInput, { description: "Which." }) input: ReadNoticesInput,
    @Ctx() context: RequestContext,
  ): Promise<NoticesRead> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const { userId } = context.actor;
    await readNotices(context.em, { warehouseId, userId, upTo: input.upTo });
    return Object.assign(new NoticesRead(), { unread: await unreadIn(context, warehouseId) });
  }

  @Subscription(() => NoticesFrame, {
    description: "Every notice of a warehouse as it is raised, none missed and none twice.",
    subscribe: ({ args, context }) =>
      subscribeToNotices(args as FeedArgs, context as RequestContext),
  })
  noticeFeed(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Arg("after", () => String, {
      nullable: true,
      description: "The cursor to go on from; left out, the feed begins now.",
    })
    _after: string | undefined,
    @Root() { notices, position }: Frame,
  ): NoticesFrame {
    const cursor = feedCursorOf(feedOf(singleKeyOf(id, "Warehouse")), position);
    return Object.assign(new NoticesFrame(), { notices: notices.map(toNotice), cursor });
  }

  @FieldResolver(() => CountSession, { nullable: true, description: "In which count." })
  session(
    @Root() { warehouseId, sessionRowId }: Notice,
    @Ctx() context: RequestContext,
  ): Promise<CountSession | null> {
    return nullIfNotFound(async () =>
      toSession(await loadSession(context.db, warehouseId, sessionRowId), lookerOf(context)),
    );
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Whose doing it was; null for the ledger's.",
  })
  actor(@Root() { actorId }: Notice, @Ctx() context: RequestContext): Promise<User | null> {
    return userOrNull(context.em, actorId);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Whom it concerns before all others.",
  })
  recipient(@Root() { recipientId }: Notice, @Ctx() context: RequestContext): Promise<User | null> {
    return userOrNull(context.em, recipientId);
  }
}

interface FeedArgs {
  warehouseId: string;
  after?: string | null;
}

async function unreadIn(context: RequestContext, warehouseId: number): Promise<number> {
  const { last, read } = await readNoticeHead(context.db, warehouseId, context.actor.userId);
  return last - read;
}

async function subscribeToNotices(
  args: FeedArgs,
  context: RequestContext,
): Promise<AsyncIterableIterator<Frame>> {
  const warehouseId = context.requireWarehouse(singleKeyOf(args.warehouseId, "Warehouse"));
  const after = args.after == null ? null : positionOf(feedOf(warehouseId), args.after);
  return followNotices(context.db, context.server.doorbell, warehouseId, after);
}
