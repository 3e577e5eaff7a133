import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Warehouse } from "../../catalogue/graphql/objects.ts";
import { toWarehouse } from "../../catalogue/graphql/to-object.ts";
import { loadWarehouse } from "../../catalogue/queries/load-one.ts";
import type { RequestContext } from "../../context.ts";
import { PageArgs } from "../../shared/connection.ts";
import { numberKeyOrNull, singleKeyOf } from "../../shared/opaque-id.ts";
import { createApiKey } from "../commands/create-api-key.ts";
import { revokeApiKey } from "../commands/revoke-api-key.ts";
import { seesWarehouse } from "../domain/identity.ts";
import { isRejected } from "../domain/rejected.ts";
import { listApiKeys } from "../queries/list-accounts.ts";
import { loadUser } from "../queries/load-one.ts";
import { CreateApiKeyInput, RevokeApiKeyInput } from "./inputs.ts";
import { ApiKey, ApiKeyConnection, User } from "./objects.ts";
import {
  ApiKeyCreated,
  ApiKeyRevoked,
  CreateApiKeyRejected,
  CreateApiKeyResult,
  RevokeApiKeyResult,
} from "./results.ts";
import { toApiKey, toUser } from "./to-object.ts";

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, {
    description: "One's own keys, newest first; everybody's for who manages people.",
  })
  async apiKeys(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("onlyOwn", () => Boolean, {
      nullable: true,
      description: "Only one's own, also for who manages people.",
    })
    onlyOwn?: boolean,
  ): Promise<object> {
    const seesAll = context.may("manage:users") && !onlyOwn;
    const ownerId = seesAll ? null : context.actor.userId;
    return ApiKeyConnection.from(await listApiKeys(context.db, ownerId, page), toApiKey);
  }

  @Mutation(() => CreateApiKeyResult, { description: "Make a key in one's own name." })
  async createApiKey(
    @Ctx() context: RequestContext,
    @Arg("input", () => CreateApiKeyInput, { description: "What it may do." })
    input: CreateApiKeyInput,
  ): Promise<object> {
    const warehouseIds = input.warehouseIds.map(warehouseIdOrNull);
    const expiresAt = input.expiresAt ?? null;
    const outcome = await createApiKey(context, { ...input, warehouseIds, expiresAt });
    if (isRejected(outcome)) return CreateApiKeyRejected.because(outcome.rejected);
    const { secret, apiKey } = outcome;
    return Object.assign(new ApiKeyCreated(), { secret, apiKey: toApiKey(apiKey) });
  }

  @Mutation(() => RevokeApiKeyResult, { description: "End a key; it stops within two seconds." })
  async revokeApiKey(
    @Ctx() context: RequestContext,
    @Arg("input", () => RevokeApiKeyInput, { description: "Which one." })
    input: RevokeApiKeyInput,
  ): Promise<object> {
    const revoked = await revokeApiKey(context, singleKeyOf(input.apiKeyId, "ApiKey"));
    return Object.assign(new ApiKeyRevoked(), { apiKey: toApiKey(revoked) });
  }

  @FieldResolver(() => User, { description: "In whose name it acts." })
  async owner(@Root() { ownerId }: ApiKey, @Ctx() { em }: RequestContext): Promise<User> {
    return toUser(await loadUser(em, ownerId));
  }

  @FieldResolver(() => [Warehouse], {
    description: "Warehouses given one by one, as far as the viewer sees them.",
  })
  async warehouses(
    @Root() { warehouseIds }: ApiKey,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Warehouse[]> {
    const visible = warehouseIds.filter((id) => seesWarehouse(actor, id));
    return (await Promise.all(visible.map((id) => loadWarehouse(em, id)))).map(toWarehouse);
  }
}

/** An id that names no warehouse is rejected like one that is not the owner's. */
function warehouseIdOrNull(id: string): number | null {
  return numberKeyOrNull(id, "Warehouse")?.[0] ?? null;
}
