import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { readOptions } from "../queries/read-options.ts";
import { CountSession } from "./objects.ts";
import { CountOption, toOptions } from "./plan-objects.ts";

@Resolver(() => CountSession)
export class SessionOptionsResolver {
  @FieldResolver(() => [CountOption], {
    description: "The options that it keeps from its start; those in force before it has begun.",
  })
  async options(
    @Root() { warehouseId, frozenOptions }: CountSession,
    @Ctx() { db }: RequestContext,
  ): Promise<CountOption[]> {
    return toOptions(frozenOptions ?? (await readOptions(db, warehouseId)));
  }
}
