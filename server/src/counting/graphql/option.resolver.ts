import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { seesWarehouse } from "../../accounts/domain/identity.ts";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { Warehouse } from "../../catalogue/graphql/objects.ts";
import { toWarehouse } from "../../catalogue/graphql/to-object.ts";
import { loadWarehouse } from "../../catalogue/queries/load-one.ts";
import type { RequestContext } from "../../context.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { readOptionSettings } from "../queries/read-option-settings.ts";
import { OptionSettingObject, toSetting } from "./option-objects.ts";

@Resolver(() => OptionSettingObject)
export class OptionResolver {
  @Query(() => [OptionSettingObject], {
    description: "Every option by number and name, with its values and whose is in force.",
  })
  async optionSettings(
    @Arg("warehouseId", () => ID, {
      nullable: true,
      description: "The warehouse; left out, the company.",
    })
    id: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<OptionSettingObject[]> {
    const warehouseId = id == null ? null : context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return (await readOptionSettings(context.db, warehouseId)).map(toSetting);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who has set the value in force." })
  async changedBy(
    @Root() { changedById }: OptionSettingObject,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, changedById);
  }

  @FieldResolver(() => [Warehouse], {
    description: "Warehouses with a value of their own, as far as the viewer sees them.",
  })
  async exceptions(
    @Root() { exceptionIds }: OptionSettingObject,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Warehouse[]> {
    const visible = exceptionIds.filter((id) => seesWarehouse(actor, id));
    return (await Promise.all(visible.map((id) => loadWarehouse(em, id)))).map(toWarehouse);
  }
}
