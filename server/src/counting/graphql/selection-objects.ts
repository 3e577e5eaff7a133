import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { LineSelectionRow } from "../domain/line-selection.ts";
import { CountLineQuery } from "./line-query.ts";

@ObjectType({
  description:
    "Lines of one count that one person has chosen, frozen on the server: later changes do not reach them.",
})
export class LineSelection {
  @Field(() => String, {
    description: "Give it as selection where lines are asked for or acted on.",
  })
  token!: string;

  @Field(() => Int, { description: "How many lines." })
  lineCount!: number;

  @Field(() => DateTimeScalar, { description: "When they were chosen." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "Until when the token is good: a day." })
  expiresAt!: Date;
}

export function toSelection(row: LineSelectionRow): LineSelection {
  const { token, lineCount, createdAt, expiresAt } = row;
  return Object.assign(new LineSelection(), { token, lineCount, createdAt, expiresAt });
}

@InputType({ description: "Lines to choose: all that the question finds now, but for some." })
export class SelectLinesInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => CountLineQuery, { nullable: true, description: "Which lines; all when left out." })
  query?: CountLineQuery | null;

  @Field(() => [ID], { nullable: true, description: "But not these, at most 1,000." })
  exceptLineIds?: string[] | null;
}

@ObjectType({ description: "The lines are chosen." })
export class LinesSelected {
  @Field(() => LineSelection, { description: "The selection." })
  selection!: LineSelection;
}
