import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { toUser } from "../../accounts/graphql/to-object.ts";
import { loadUser } from "../../accounts/queries/load-one.ts";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import type { RequestContext } from "../../context.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { followSession } from "../live/follow-session.ts";
import * as live from "../live/session-frame.ts";
import type { SessionFrame } from "./feed-objects.ts";
import { ResyncRequired, SessionEvent, SessionFeedItem } from "./feed-objects.ts";
import { lookerOf } from "./looker.ts";
import { toFrame } from "./to-frame.ts";

const longestPauseMs = 60_000;

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
    if (actorId === null) return null;
    return nullIfNotFound(async () => toUser(await loadUser(em, actorId)));
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
  const everyMs = atMostEveryMs ?? 0;
  if (atMostEveryMs != null && (everyMs < 50 || everyMs > longestPauseMs))
    throw new Refusal("BAD_USER_INPUT", "atMostEveryMs is a number from 50 to 60,000.");
  return followSession(context.db, context.server.sessionFollowers, {
    key: { warehouseId, id: rowId },
    looker: lookerOf(context),
    after: after ?? null,
    atMostEveryMs: everyMs,
  });
}
