import { Field, ID, InputType, Int } from "type-graphql";
import type { ImportFieldKey, ImportKind as Kind } from "../domain/import-kind.ts";
import type { FileEncoding as Encoding } from "../domain/table-layout.ts";
import { FileEncoding, ImportFieldName, ImportKind } from "./enums.ts";

@InputType({ description: "Which column of the file is which field." })
export class MappedColumnInput {
  @Field(() => ImportFieldName, { description: "The field." })
  field!: ImportFieldKey;

  @Field(() => Int, { description: "The column, from 0." })
  column!: number;
}

@InputType({ description: "A value to put in the place of another, in every row that has it." })
export class ImportReplacementInput {
  @Field(() => ImportFieldName, { description: "In which field." })
  field!: ImportFieldKey;

  @Field(() => String, { description: "As it stands in the file." })
  from!: string;

  @Field(() => String, { description: "As it is to be read." })
  to!: string;
}

@InputType({ description: "What is chosen for the next check of a file." })
export class ImportChosenInput {
  @Field(() => [ImportReplacementInput], { description: "Values to put right, at most 2,000." })
  replacements!: ImportReplacementInput[];

  @Field(() => [Int], { description: "Rows that are left out, at most 10,000." })
  leftOutRows!: number[];
}

@InputType({ description: "How a file is to be read. What is left out stays as it is." })
export class CheckImportInput {
  @Field(() => ID, { description: "The file." })
  importId!: string;

  @Field(() => ImportKind, { description: "What its rows are." })
  kind!: Kind;

  @Field(() => [MappedColumnInput], { description: "Which column is what." })
  mapping!: MappedColumnInput[];

  @Field(() => [ImportReplacementInput], {
    nullable: true,
    description: "Values to put right as they are read, at most 2,000.",
  })
  replacements?: ImportReplacementInput[] | null;

  @Field(() => [Int], {
    nullable: true,
    description: "Rows that are left out whatever they hold, by their numbers, at most 10,000.",
  })
  leftOutRows?: number[] | null;

  @Field(() => FileEncoding, { nullable: true, description: "How its text is written." })
  encoding?: Encoding | null;

  @Field(() => String, { nullable: true, description: "One of comma, semicolon, tab and bar." })
  delimiter?: string | null;

  @Field(() => String, { nullable: true, description: "A point or a comma." })
  decimalSign?: string | null;

  @Field(() => String, { nullable: true, description: "The sheet of the workbook." })
  sheet?: string | null;

  @Field(() => Int, { nullable: true, description: "The row of the headings, from 1." })
  headerRow?: number | null;
}

@InputType({ description: "A file whose ready rows are to be done." })
export class CommitImportInput {
  @Field(() => ID, { description: "The file." })
  importId!: string;
}
