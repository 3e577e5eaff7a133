import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../shared/scalars.ts";
import type { ReportCode as Code } from "../domain/report-code.ts";
import type { FilterName } from "../domain/report-filter.ts";
import type { ColumnKind } from "../domain/report-table.ts";
import { ReportCode, ReportColumnKind, ReportFilterName } from "./enums.ts";

@ObjectType({ description: "A report that can be asked for." })
export class ReportKind {
  @Field(() => ReportCode, { description: "What it is asked for by." })
  code!: Code;

  @Field(() => String, { nullable: true, description: "Under which migrating users know it." })
  number!: string | null;

  @Field(() => String, { description: "Its name." })
  title!: string;

  @Field(() => String, { description: "What is in it, in a sentence." })
  about!: string;

  @Field(() => [String], { description: "How its figures are made." })
  formulas!: readonly string[];

  @Field(() => [ReportFilterName], { description: "What it can be narrowed to." })
  filters!: readonly FilterName[];
}

@ObjectType({ description: "A column of a report." })
export class ReportColumn {
  @Field(() => String, { description: "Its name, for programs." })
  key!: string;

  @Field(() => String, { description: "Its name, for people." })
  title!: string;

  @Field(() => ReportColumnKind, { description: "What it holds." })
  kind!: ColumnKind;
}

@ObjectType({ description: "A row of a report." })
export class ReportRow {
  @Field(() => [String], {
    nullable: "items",
    description: "A cell for each column, in their order; null where there is nothing.",
  })
  cells!: readonly (string | null)[];
}

@ObjectType({ description: "A part of a report." })
export class Report {
  @Field(() => ReportKind, { description: "Which report." })
  kind!: ReportKind;

  @Field(() => [ReportColumn], { description: "Its columns, as far as you may see them." })
  columns!: readonly ReportColumn[];

  @Field(() => [ReportRow], { description: "The rows that were asked for." })
  rows!: readonly ReportRow[];

  @Field(() => Int, { description: "How many rows the whole report has." })
  rowCount!: number;

  @Field(() => ReportRow, { description: "Sums of the whole report, where a column has one." })
  totals!: ReportRow;
}

@InputType({ description: "What a report is narrowed to; all that is given must hold." })
export class ReportFilterInput {
  @Field(() => DateScalar, { nullable: true, description: "The first day, of the site." })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day, of the site." })
  to?: string | null;

  @Field(() => ID, { nullable: true, description: "One count." })
  sessionId?: string | null;

  @Field(() => ID, { nullable: true, description: "One item." })
  itemId?: string | null;

  @Field(() => ID, { nullable: true, description: "One place with all below it." })
  locationId?: string | null;

  @Field(() => ID, { nullable: true, description: "One category." })
  categoryId?: string | null;
}
