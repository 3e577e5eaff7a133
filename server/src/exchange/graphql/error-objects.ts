import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../shared/connection.ts";
import type { ImportFieldKey } from "../domain/import-kind.ts";
import type { RowErrorCode } from "../domain/row-errors.ts";
import { ImportErrorCode, ImportFieldName } from "./enums.ts";

@ObjectType({ description: "One thing that is wrong with one row." })
export class ImportError {
  @Field(() => Int, { description: "The row's number in the file, from 1." })
  row!: number;

  @Field(() => ImportFieldName, {
    nullable: true,
    description: "The field it is about; null where it is the row.",
  })
  field!: ImportFieldKey | null;

  @Field(() => String, { description: "The field's heading; empty where it is the row." })
  label!: string;

  @Field(() => String, { description: "What stands in the file." })
  value!: string;

  @Field(() => ImportErrorCode, { description: "What is wrong, for programs." })
  code!: RowErrorCode;

  @Field(() => String, { description: "What is wrong and what to do, in a sentence." })
  message!: string;

  @Field(() => String, { nullable: true, description: "A value that would fit." })
  suggestion!: string | null;

  @Field(() => Int, { description: "How many rows are wrong with this value in this field." })
  rowsAlike!: number;
}
export const ImportErrorConnection = connectionOf("ImportError", () => ImportError);

@ObjectType({ description: "A field of a row, as it was read." })
export class ImportRowField {
  @Field(() => ImportFieldName, { description: "The field." })
  field!: ImportFieldKey;

  @Field(() => String, { description: "Its heading in the template." })
  label!: string;

  @Field(() => String, { description: "What stands there; empty where nothing does." })
  value!: string;
}

@ObjectType({ description: "What may be meant by a value that nobody knows." })
export class ImportLikelyValue {
  @Field(() => ImportFieldName, { description: "In which field." })
  field!: ImportFieldKey;

  @Field(() => String, { description: "The item's id, or the location's code." })
  value!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => String, { description: "Why it may be meant, in a few words." })
  note!: string;
}

@ObjectType({ description: "A row that is wrong, as the latest check has read it." })
export class ImportRow {
  @Field(() => Int, { description: "Its number in the file, from 1." })
  number!: number;

  @Field(() => [ImportRowField], { description: "Its fields, as they are mapped." })
  fields!: ImportRowField[];

  @Field(() => [ImportError], { description: "All that is wrong with it." })
  errors!: ImportError[];

  @Field(() => [ImportLikelyValue], {
    description:
      "What may be meant by its unknown items and places, the likeliest first: at most three each.",
  })
  likelyValues!: ImportLikelyValue[];
}

@ObjectType({ description: "How many rows that are wrong are decided, as things are chosen." })
export class ImportErrorFigures {
  @Field(() => Int, { description: "Rows with something that is wrong still." })
  toDecide!: number;

  @Field(() => Int, { description: "Rows in which all that was wrong is put right." })
  fixed!: number;

  @Field(() => Int, { description: "Rows that somebody leaves out." })
  leftOut!: number;
}

@ObjectType({ description: "The errors of one kind." })
export class ImportErrorGroup {
  @Field(() => ImportErrorCode, { description: "Which kind." })
  code!: RowErrorCode;

  @Field(() => String, { description: "Its name, for people." })
  name!: string;

  @Field(() => Int, { description: "How many rows." })
  rows!: number;

  @Field(() => Int, { description: "How many different values." })
  values!: number;
}
