import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { PageArgs } from "../../shared/connection.ts";
import { keyOf, singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { deleteCountTemplate } from "../commands/delete-count-template.ts";
import { saveCountTemplate } from "../commands/save-count-template.ts";
import { listTemplates } from "../queries/list-templates.ts";
import { scopeOf, templateOf } from "./from-input.ts";
import { CountSession } from "./objects.ts";
import { CountScopeObject, toScope } from "./scope-object.ts";
import * as objects from "./template-objects.ts";

@Resolver(() => objects.CountTemplate)
export class CountTemplateResolver {
  @Query(() => objects.CountTemplateConnection, { description: "The templates of a warehouse." })
  async countTemplates(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Arg("search", () => String, { nullable: true, description: "Words in the name." })
    search: string | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const found = await listTemplates(context.db, warehouseId, search, page);
    return objects.CountTemplateConnection.from(found, objects.toTemplate);
  }

  @Mutation(() => objects.SaveCountTemplateResult, { description: "Makes or changes a template." })
  async saveCountTemplate(
    @Arg("input", () => objects.SaveCountTemplateInput, { description: "The template." })
    input: objects.SaveCountTemplateInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const outcome = await saveCountTemplate(context.em, {
      warehouseId,
      id: input.templateId ? templateOf(warehouseId, input.templateId) : null,
      name: input.name?.trim(),
      countType: input.countType ?? undefined,
      scope: scopeOf(warehouseId, input.scope),
      isBlind: input.isBlind,
      assigneeIds: input.assigneeIds?.flatMap((user) => keyOf(user, "User")),
      notes: input.notes === undefined ? undefined : input.notes?.trim() || null,
      deadlineAfterHours: input.deadlineAfterHours,
      savedBy: context.actor.userId,
      now: context.now,
    });
    if ("saved" in outcome)
      return Object.assign(new objects.CountTemplateSaved(), {
        template: objects.toTemplate(outcome.saved),
      });
    const { reason, message } = outcome.rejection;
    return objects.SaveCountTemplateRejected.because(reason, message);
  }

  @Mutation(() => objects.CountTemplateDeleted, {
    description: "Takes a template away; counts made from it keep its name.",
  })
  async deleteCountTemplate(
    @Arg("input", () => objects.CountTemplateInput, { description: "The template." })
    { templateId }: objects.CountTemplateInput,
    @Ctx() context: RequestContext,
  ): Promise<objects.CountTemplateDeleted> {
    const { warehouseId, rowId } = warehouseKeyOf(templateId, "CountTemplate");
    context.requireWarehouse(warehouseId, "count template");
    await deleteCountTemplate(context.em, { warehouseId, id: rowId });
    return Object.assign(new objects.CountTemplateDeleted(), { templateId });
  }

  @FieldResolver(() => [User], { description: "Who is to count; nobody means anybody." })
  async assignees(
    @Root() { assigneeIds }: objects.CountTemplate,
    @Ctx() { em }: RequestContext,
  ): Promise<User[]> {
    const users = await Promise.all(assigneeIds.map((id) => userOrNull(em, id)));
    return users.filter((user) => user !== null);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who made it." })
  createdBy(
    @Root() { createdById }: objects.CountTemplate,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, createdById);
  }
}

@Resolver(() => CountSession)
export class CountSessionPlanResolver {
  @FieldResolver(() => objects.CountTemplate, {
    nullable: true,
    description: "The template it was planned from; null without one, and where it is gone.",
  })
  async template(
    @Root() { templateRowId }: CountSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.CountTemplate | null> {
    const row = templateRowId === null ? null : await loaders.countTemplate.load(templateRowId);
    return row && objects.toTemplate(row);
  }

  @FieldResolver(() => CountScopeObject, { description: "What it covers." })
  scope(@Root() { warehouseId, chosenScope }: CountSession): CountScopeObject {
    return toScope(warehouseId, chosenScope);
  }
}
