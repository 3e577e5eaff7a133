import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Warehouse } from "../../catalogue/graphql/objects.ts";
import { toWarehouse } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { listSessions, listVisibleWarehouses } from "../queries/list-own.ts";
import { loadUser } from "../queries/load-one.ts";
import { SignInSession, User, Viewer } from "./objects.ts";
import { toSignInSession, toUser } from "./to-object.ts";

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: "Who asks; null when nobody is signed in." })
  viewer(@Ctx() { identity }: RequestContext): Viewer | null {
    return identity ? Viewer.of(identity) : null;
  }

  @FieldResolver(() => User, { description: "The person." })
  async user(@Root() { identity }: Viewer, @Ctx() { em }: RequestContext): Promise<User> {
    return toUser(await loadUser(em, identity.userId));
  }

  @FieldResolver(() => [Warehouse], { description: "Every warehouse that the viewer sees." })
  async warehouses(
    @Root() { identity }: Viewer,
    @Ctx() { db }: RequestContext,
  ): Promise<Warehouse[]> {
    return (await listVisibleWarehouses(db, identity.warehouseIds)).map(toWarehouse);
  }

  @FieldResolver(() => [SignInSession], {
    description: "Where the person is signed in. An API key is shown none.",
  })
  async sessions(
    @Root() { identity }: Viewer,
    @Ctx() { db, now }: RequestContext,
  ): Promise<SignInSession[]> {
    if (identity.credential.kind === "api-key") return [];
    const sessions = await listSessions(db, identity.userId, now);
    return sessions.map((session) => toSignInSession(session, identity.credential.id));
  }
}
