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
} from "type-graphql";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { PageArgs } from "../../shared/connection.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { readOwnNotices } from "../commands/read-own-notices.ts";
import type { OwnNoticeRow } from "../domain/own-notice.ts";
import { countOwnUnread, listOwnNotices } from "../queries/list-own-notices.ts";
import * as objects from "./own-notice-objects.ts";

function toOwnNotice({ warehouseId, sessionId, sequence, kind, ...row }: OwnNoticeRow) {
  const { happenedAt, lineCount } = row;
  return Object.assign(new objects.OwnNotice(), {
    ...{ warehouseId, sessionRowId: sessionId, sequence, kind, happenedAt, lineCount },
  });
}

@Resolver(() => objects.OwnNotice)
export class OwnNoticesResolver {
  @Query(() => objects.OwnNoticeConnection, {
    description: "What is told to you alone, the latest first.",
  })
  async ownNotices(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const found = await listOwnNotices(context.db, warehouseId, context.actor.userId, page);
    return objects.OwnNoticeConnection.from(found, toOwnNotice);
  }

  @Query(() => Int, { description: "How much that is told to you alone you have not read." })
  async unreadOwnNoticeCount(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return countOwnUnread(context.db, warehouseId, context.actor.userId);
  }

  @Mutation(() => objects.OwnNoticesRead, {
    description: "Says that you have seen what is told to you.",
  })
  async readOwnNotices(
    @Arg("input", () => objects.ReadOwnNoticesInput, { description: "Which." })
    input: objects.ReadOwnNoticesInput,
    @Ctx() context: RequestContext,
  ): Promise<objects.OwnNoticesRead> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const { userId } = context.actor;
    await readOwnNotices(context.em, { warehouseId, userId, upTo: input.upTo });
    const unread = await countOwnUnread(context.db, warehouseId, userId);
    return Object.assign(new objects.OwnNoticesRead(), { unread });
  }

  @FieldResolver(() => CountSession, { nullable: true, description: "In which count." })
  session(
    @Root() { warehouseId, sessionRowId }: objects.OwnNotice,
    @Ctx() context: RequestContext,
  ): Promise<CountSession | null> {
    return nullIfNotFound(async () =>
      toSession(await loadSession(context.db, warehouseId, sessionRowId), lookerOf(context)),
    );
  }
}
