import { Field, Float, ID, InputType, ObjectType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { TemplateRow } from "../domain/count-template.ts";
import { countTemplateRejections } from "../domain/reject-count-template.ts";
import type * as words from "../domain/words.ts";
import { CountType } from "./enums.ts";
import { CountScopeInput } from "./inputs.ts";
import { CountScopeObject, toScope } from "./scope-object.ts";

@ObjectType({
  implements: Node,
  description: "What counts that are planned again and again have in common.",
})
export class CountTemplate extends Node {
  createdById!: string;
  assigneeIds!: readonly string[];

  @Field(() => String, { description: "What it is called: once in its warehouse." })
  name!: string;

  @Field(() => CountType, { description: "How its counts choose their lines." })
  countType!: words.CountType;

  @Field(() => CountScopeObject, { description: "What its counts cover." })
  scope!: CountScopeObject;

  @Field(() => Boolean, { nullable: true, description: "Blind; null takes the option." })
  isBlind!: boolean | null;

  @Field(() => String, { nullable: true, description: "Notes for the counters." })
  notes!: string | null;

  @Field(() => Float, { nullable: true, description: "How many hours its counts have." })
  deadlineAfterHours!: number | null;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;
}
export const CountTemplateConnection = connectionOf("CountTemplate", () => CountTemplate);

export function toTemplate(row: TemplateRow): CountTemplate {
  const { countType, scope, isBlind, notes, deadlineAfterHours, assigneeIds } = row.settings;
  return Object.assign(new CountTemplate(), {
    id: idOf("CountTemplate", row.warehouseId, row.id),
    createdById: row.createdById,
    assigneeIds,
    name: row.name,
    countType,
    scope: toScope(row.warehouseId, scope),
    isBlind,
    notes,
    deadlineAfterHours,
    createdAt: row.createdAt,
  });
}

@InputType({
  description:
    "A template to make, or to change by its id. What is left out is kept; null takes it away.",
})
export class SaveCountTemplateInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => ID, { nullable: true, description: "The template; a new one when left out." })
  templateId?: string | null;

  @Field(() => String, { nullable: true, description: "What it is called." })
  name?: string | null;

  @Field(() => CountType, { nullable: true, description: "How its counts choose their lines." })
  countType?: words.CountType | null;

  @Field(() => CountScopeInput, { nullable: true, description: "What its counts cover." })
  scope?: CountScopeInput | null;

  @Field(() => Boolean, { nullable: true, description: "Blind; null takes the option." })
  isBlind?: boolean | null;

  @Field(() => [ID], { nullable: true, description: "Who counts; an empty list means anybody." })
  assigneeIds?: string[] | null;

  @Field(() => String, { nullable: true, description: "Notes for the counters." })
  notes?: string | null;

  @Field(() => Float, { nullable: true, description: "How many hours its counts have." })
  deadlineAfterHours?: number | null;
}

@InputType({ description: "A template." })
export class CountTemplateInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
}

@ObjectType({ description: "The template is saved." })
export class CountTemplateSaved {
  @Field(() => CountTemplate, { description: "The template as it is now." })
  template!: CountTemplate;
}
export const SaveCountTemplateRejected = rejectionOf("SaveCountTemplate", countTemplateRejections);
export const SaveCountTemplateResult = resultOf("SaveCountTemplate", [
  CountTemplateSaved,
  SaveCountTemplateRejected,
]);

@ObjectType({ description: "The template is gone; counts made from it keep its name." })
export class CountTemplateDeleted {
  @Field(() => ID, { description: "The id it had." })
  templateId!: string;
}
