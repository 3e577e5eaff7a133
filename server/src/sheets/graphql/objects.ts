import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import { printRejections } from "../domain/reject-print.ts";
import type { SheetEntryRow } from "../queries/read-sheet-lines.ts";

@ObjectType({
  implements: Node,
  description: "Paper that went out to be counted on: what stands on it never changes.",
})
export class CountSheet extends Node {
  warehouseId!: number;
  rowId!: number;
  sessionRowId!: number;
  locationRowId!: number | null;
  claimedById!: string | null;
  printedById!: string;

  @Field(() => Int, { description: "1, 2, 3 in each count." })
  number!: number;

  @Field(() => DateTimeScalar, { description: "When it was printed first." })
  printedAt!: Date;

  @Field(() => Boolean, { description: "It has only what nobody had counted by then." })
  isRestOnly!: boolean;

  @Field(() => Boolean, {
    description: "It says what the books held when the count began, to those who may see that.",
  })
  showsBooks!: boolean;

  @Field(() => Int, { description: "How many lines stand on it." })
  linesTotal!: number;

  @Field(() => Int, { description: "How many of them have been typed in from it." })
  linesEntered!: number;

  @Field(() => String, {
    description: "Where its files are had: add .pdf, .csv or .xlsx to this path.",
  })
  path!: string;
}

@ObjectType({ description: "A line as it stands on a sheet." })
export class CountSheetLine {
  warehouseId!: number;
  lineRowId!: number;
  isBlindHere!: boolean;
  entered!: SheetEntryRow | null;

  @Field(() => Int, { description: "Its number on the sheet, from 1 on." })
  position!: number;
}

@ObjectType({ description: "What was typed in from a sheet for one line, as it stands." })
export class CountSheetEntry {
  counterId!: string;
  enteredById!: string | null;

  @Field(() => String, { description: "The id that its device gave it." })
  externalId!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How many, in the unit typed; null where single pieces were listed.",
  })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: "The unit typed; null for the item's own." })
  unitCode!: string | null;

  @Field(() => [String], { description: "The pieces written down." })
  serials!: string[];

  @Field(() => DateTimeScalar, { description: "When it was counted, by the time written down." })
  countedAt!: Date;
}

@ObjectType({
  description:
    "Something that lay there and that a sheet does not list, as it was typed in from it.",
})
export class CountSheetFind {
  warehouseId!: number;
  counterId!: string;
  enteredById!: string | null;
  itemRowId!: number | null;
  locationRowId!: number | null;

  @Field(() => String, { description: "The id that its device gave it." })
  externalId!: string;

  @Field(() => String, { nullable: true, description: "The lot written down." })
  lotCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What was written down of it, where nobody knew what it is.",
  })
  rawScan!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How many, in the unit typed; null where single pieces were listed.",
  })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: "The unit typed; null for the item's own." })
  unitCode!: string | null;

  @Field(() => [String], { description: "The pieces written down." })
  serials!: string[];

  @Field(() => String, { nullable: true, description: "Anything worth telling." })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was counted, by the time written down." })
  countedAt!: Date;
}

@InputType({ description: "What goes on a sheet." })
export class PrintCountSheetInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Only this place and everything below it; the whole count when left out.",
  })
  locationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Only the places of this person: claimed, or shared out to him while nobody else is there.",
  })
  claimedById?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only what nobody has counted yet; false when left out.",
  })
  isRestOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "With what the books say; false when left out: a sheet is blind by default.",
  })
  showsBooks?: boolean | null;
}

@ObjectType({ description: "The sheet can be had." })
export class CountSheetPrinted {
  @Field(() => CountSheet, { description: "The sheet." })
  sheet!: CountSheet;
}
export const PrintCountSheetRejected = rejectionOf("PrintCountSheet", printRejections);
export const PrintCountSheetResult = resultOf("PrintCountSheet", [
  CountSheetPrinted,
  PrintCountSheetRejected,
]);
