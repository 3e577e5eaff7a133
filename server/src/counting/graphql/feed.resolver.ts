import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { followSession } from "../live/follow-session.ts";
import type { SessionsFrame } from "../live/follow-sessions.ts";
import * as live from "../live/session-frame.ts";
import type { SessionFrame } from "./feed-objects.ts";
import {
  CountSessionsFrame,
  ResyncRequired,
  SessionEvent,
  SessionFeedItem,
} from "./feed-objects.ts";
import { lookerOf } from "./looker.ts";
import { toFrame } from "./to-frame.ts";
import { toSession } from "./to-object.ts";

const longestPauseMs = 60_000;

function pauseOf(atMostEveryMs: number | null | undefined, shortestMs: number): number {
  const pauseMs = atMostEveryMs ?? shortestMs;
  if (pauseMs >= shortestMs && pauseMs <= longestPauseMs) return pauseMs;
  throw new Refusal("BAD_USER_INPUT", `atMostEveryMs is a number from ${shortestMs} to 60,000.`);
}

@Resolver()
export class SessionFeedResolver {
  @Subscription(() => SessionFeedItem, {
    description:
      "Everything that happens in a count as it happens, none missed and none twice. The first frame comes at once and tells where the count stands.",
    subscribe: ({ args, context }) =>
      subscribeToSession(args as FeedArgs, context as RequestContext),
  })
  sessionFeed(
    @Arg("sessionId", () => ID, { description: "The count." }) _id: string,
    @Arg("after", () => String, {
      nullable: true,
      description: "The cursor to go on from; left out, the feed begins now.",
    })
    _after: string | undefined,
    @Arg("atMostEveryMs", () => Int, {
      nullable: true,
      description: "The time between frames when much happens: 50 to 60,000; left out, 50.",
    })
    _every: number | undefined,
    @Root() item: live.SessionFeedItem,
  ): SessionFrame | ResyncRequired {
    if (item instanceof live.SessionFrame) return toFrame(item);
    return Object.assign(new ResyncRequired(), { reason: item.reason });
  }
}

@Resolver()
export class CountSessionsFeedResolver {
  @Subscription(() => CountSessionsFrame, {
    description:
      "The counts of a warehouse as they change. The first frame comes at once and is empty: a list that is read after it misses nothing.",
    subscribe: ({ args, context }) => subscribeToList(args as ListArgs, context as RequestContext),
  })
  countSessionsFeed(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) _id: string,
    @Arg("atMostEveryMs", () => Int, {
      nullable: true,
      description: "The time between frames when much happens: 250 to 60,000; left out, 250.",
    })
    _every: number | undefined,
    @Root() { sessions, looker }: SessionsFrame,
  ): CountSessionsFrame {
    const shown = sessions.map((session) => toSession(session, looker));
    return Object.assign(new CountSessionsFrame(), { sessions: shown });
  }
}

@Resolver(() => SessionEvent)
export class SessionEventResolver {
  @FieldResolver(() => User, {
    nullable: true,
    description: "Who did it; null where the ledger did.",
  })
  async actor(
    @Root() { actorId }: SessionEvent,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, actorId);
  }
}

interface FeedArgs {
  sessionId: string;
  after?: string | null;
  atMostEveryMs?: number | null;
}

async function subscribeToSession(
  { sessionId, after, atMostEveryMs }: FeedArgs,
  context: RequestContext,
): Promise<AsyncIterableIterator<live.SessionFeedItem>> {
  const { warehouseId, rowId } = warehouseKeyOf(sessionId, "CountSession");
  context.requireWarehouse(warehouseId, "count session");
  return followSession(context.db, context.server.sessionFollowers, {
    key: { warehouseId, id: rowId },
    looker: lookerOf(context),
    after: after ?? null,
    atMostEveryMs: pauseOf(atMostEveryMs, 50),
  });
}

interface ListArgs {
  warehouseId: string;
  atMostEveryMs?: number | null;
}

async function subscribeToList(
  { warehouseId: id, atMostEveryMs }: ListArgs,
  context: RequestContext,
): Promise<AsyncIterableIterator<SessionsFrame>> {
  const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
  const { warehouseLooks } = context.server;
  return warehouseLooks.follow(warehouseId, lookerOf(context), pauseOf(atMostEveryMs, 250));
}
