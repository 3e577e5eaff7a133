import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Warehouse } from "../../catalogue/graphql/objects.ts";
import { toWarehouse } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { PageArgs } from "../../shared/connection.ts";
import { keyOf, singleKeyOf } from "../../shared/opaque-id.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { updateUser } from "../commands/update-user.ts";
import { seesWarehouse } from "../domain/identity.ts";
import { isRejected } from "../domain/rejected.ts";
import { listUsers } from "../queries/list-accounts.ts";
import { listRoles } from "../queries/list-own.ts";
import { loadRolesOfUser, loadUser, loadWarehousesOfUser } from "../queries/load-one.ts";
import { UpdateUserInput } from "./inputs.ts";
import { Role, User, UserConnection } from "./objects.ts";
import { UpdateUserRejected, UpdateUserResult, UserUpdated } from "./results.ts";
import { toRole, toUser } from "./to-object.ts";

@Resolver(() => User)
export class UserResolver {
  @Query(() => [Role], { description: "Every role a person can have." })
  async roles(@Ctx() { db }: RequestContext): Promise<Role[]> {
    return (await listRoles(db)).map(toRole);
  }

  @Query(() => UserConnection, { description: "Everybody with an account, by name." })
  async users(
    @Ctx() { db }: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words in the name or the e-mail address.",
    })
    search?: string,
    @Arg("role", () => String, { nullable: true, description: "The code of a role they have." })
    role?: string,
  ): Promise<object> {
    const wish = { search: search ?? undefined, role: role ?? undefined };
    return UserConnection.from(await listUsers(db, wish, page), toUser);
  }

  @Mutation(() => UpdateUserResult, {
    description: "Change a person's name, rights or standing; disabling ends the sessions.",
  })
  async updateUser(
    @Ctx() context: RequestContext,
    @Arg("input", () => UpdateUserInput, { description: "Who, and what changes." })
    input: UpdateUserInput,
  ): Promise<object> {
    const outcome = await updateUser(context, keyOf(input.userId, "User")[0] ?? "", {
      name: input.name ?? undefined,
      roleCodes: input.roles ?? undefined,
      isDisabled: input.isDisabled ?? undefined,
      seesAllWarehouses: input.seesAllWarehouses ?? undefined,
      warehouseIds: input.warehouseIds?.map((id) => singleKeyOf(id, "Warehouse")),
    });
    if (isRejected(outcome)) return UpdateUserRejected.because(outcome.rejected);
    const user = toUser(await loadUser(context.em, outcome.userId));
    return Object.assign(new UserUpdated(), { user });
  }

  @FieldResolver(() => [Role], { name: "roles", description: "The person's roles." })
  async roleList(@Root() { userId }: User, @Ctx() { em }: RequestContext): Promise<Role[]> {
    return (await loadRolesOfUser(em, userId)).map(toRole);
  }

  @FieldResolver(() => [Warehouse], {
    description: "Warehouses given one by one, as far as the viewer sees them.",
  })
  async warehouses(
    @Root() { userId }: User,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Warehouse[]> {
    const warehouses = await loadWarehousesOfUser(em, userId);
    return warehouses.filter(({ id }) => seesWarehouse(actor, id)).map(toWarehouse);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      "When the person last signed in; shown to who manages people, and to himself except in feeds.",
  })
  lastSignInAt(@Root() user: User, @Ctx() context: RequestContext): Date | null {
    if (context.may("manage:users")) return user.signedInAt;
    const { actor } = context;
    return !actor.isAnybody && actor.userId === user.userId ? user.signedInAt : null;
  }
}
