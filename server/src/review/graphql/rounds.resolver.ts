import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import type { RecountStatus as Status } from "../../counting/domain/settle-rounds.ts";
import { CountLine, CountSession } from "../../counting/graphql/objects.ts";
import { sumRecounts } from "../queries/sum-recounts.ts";
import { CountRound, RecountStatus, RecountTotals, toRound } from "./recount-objects.ts";

@Resolver(() => CountLine)
export class LineRoundsResolver {
  @FieldResolver(() => [CountRound], {
    description: "Every round, the first among them; empty while nobody has asked for another.",
  })
  async rounds(
    @Root() { warehouseId, rowId: lineId, inRound }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CountRound[]> {
    if (inRound) return [];
    return (await loaders.rounds.load({ warehouseId, lineId })).map(toRound);
  }

  @FieldResolver(() => RecountStatus, {
    nullable: true,
    description: "What has come of counting it again; null where nobody asked for that.",
  })
  recountStatus(@Root() { recountStatus }: CountLine): Status | null {
    return recountStatus;
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Who was asked for its latest round; null where anybody may.",
  })
  async recountAssignee(
    @Root() { warehouseId, rowId: lineId }: CountLine,
    @Ctx() context: RequestContext,
  ): Promise<User | null> {
    const rounds = await context.loaders.rounds.load({ warehouseId, lineId });
    return userOrNull(context.em, rounds.at(-1)?.assigneeId ?? null);
  }

  @FieldResolver(() => [User], {
    description: "Who has counted it in rounds before the latest: they may not count it again.",
  })
  async countedBefore(
    @Root() { warehouseId, rowId: lineId }: CountLine,
    @Ctx() context: RequestContext,
  ): Promise<User[]> {
    const rounds = await context.loaders.rounds.load({ warehouseId, lineId });
    const ids = new Set(rounds.slice(0, -1).flatMap(({ lookedIds }) => lookedIds));
    const users = await Promise.all([...ids].sort().map((id) => userOrNull(context.em, id)));
    return users.filter((user) => user !== null);
  }
}

@Resolver(() => CountSession)
export class SessionRecountsResolver {
  @FieldResolver(() => RecountTotals, { description: "How many lines were asked for again." })
  async recounts(
    @Root() { warehouseId, rowId: id }: CountSession,
    @Ctx() { db }: RequestContext,
  ): Promise<RecountTotals> {
    return Object.assign(new RecountTotals(), await sumRecounts(db, { warehouseId, id }));
  }
}

@Resolver(() => CountRound)
export class CountRoundResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who asked for it." })
  askedBy(@Root() { askedById }: CountRound, @Ctx() context: RequestContext) {
    return userOrNull(context.em, askedById);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Who was asked; null where anybody may.",
  })
  assignee(@Root() { assigneeId }: CountRound, @Ctx() context: RequestContext) {
    return userOrNull(context.em, assigneeId);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who chose it." })
  chosenBy(@Root() { chosenById }: CountRound, @Ctx() context: RequestContext) {
    return userOrNull(context.em, chosenById);
  }

  @FieldResolver(() => [User], { description: "Who its quantity is from." })
  async counters(
    @Root() { counterIds }: CountRound,
    @Ctx() context: RequestContext,
  ): Promise<User[]> {
    const users = await Promise.all(counterIds.map((id) => userOrNull(context.em, id)));
    return users.filter((user) => user !== null);
  }
}
