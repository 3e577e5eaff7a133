import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { toUser } from "../../accounts/graphql/to-object.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { listPeopleWhoMay } from "../../accounts/queries/list-people-who-may.ts";
import { loadUser } from "../../accounts/queries/load-one.ts";
import type { RequestContext } from "../../context.ts";
import { keyOf, singleKeyOf } from "../../shared/opaque-id.ts";
import { saveApproverLimit } from "../commands/save-approver-limit.ts";
import { readApproverLimits } from "../queries/read-approver-limits.ts";
import { ApproverLimit } from "./approval-objects.ts";
import * as objects from "./approver-limit-objects.ts";

@Resolver(() => ApproverLimit)
export class ApproverLimitResolver {
  @Query(() => [ApproverLimit], {
    description: "How much each person may approve in one count; who is not in it has no limit.",
  })
  async approverLimits(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ApproverLimit[]> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return (await readApproverLimits(context.db, warehouseId)).map(toLimit);
  }

  @Query(() => [User], { description: "Who may approve in a warehouse, by name; at most 500." })
  async possibleApprovers(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<User[]> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const ids = await listPeopleWhoMay(context.db, "approve:stock-count", warehouseId);
    return Promise.all(ids.map(async (userId) => toUser(await loadUser(context.em, userId))));
  }

  @Mutation(() => objects.SaveApproverLimitResult, {
    description: "Says how much a person may approve in one count, from now on.",
  })
  async saveApproverLimit(
    @Arg("input", () => objects.SaveApproverLimitInput, { description: "The limit." })
    input: objects.SaveApproverLimitInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const outcome = await saveApproverLimit(context.em, {
      warehouseId: context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse")),
      userId: keyOf(input.userId, "User")[0] ?? "",
      valueAtMost: input.valueAtMost ?? null,
      savedBy: context.actor.userId,
      now: context.now,
    });
    if ("limits" in outcome)
      return Object.assign(new objects.ApproverLimitSaved(), {
        limits: outcome.limits.map(toLimit),
      });
    const { reason, message } = outcome.rejection;
    return objects.SaveApproverLimitRejected.because(reason, message);
  }

  @FieldResolver(() => User, { nullable: true, description: "The person." })
  user(@Root() { userId }: ApproverLimit, @Ctx() { em }: RequestContext): Promise<User | null> {
    return userOrNull(em, userId);
  }
}

const toLimit = ({
  userId,
  valueAtMost,
  savedAt,
}: Pick<ApproverLimit, "userId" | "valueAtMost" | "savedAt">) =>
  Object.assign(new ApproverLimit(), { userId, valueAtMost, savedAt });
