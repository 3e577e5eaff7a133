import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import { Job } from "../../jobs/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { ImportFieldKey, ImportKind as Kind } from "../domain/import-kind.ts";
import type { ImportState as State } from "../domain/import-row.ts";
import { checkImportRejections, commitImportRejections } from "../domain/import-verb-rejections.ts";
import type { FileEncoding as Encoding, FileFormat as Format } from "../domain/table-layout.ts";
import { FileEncoding, FileFormat, ImportFieldName, ImportKind, ImportState } from "./enums.ts";

@ObjectType({ description: "A column that a kind of import understands." })
export class ImportField {
  @Field(() => ImportFieldName, { description: "Its name, for programs." })
  name!: ImportFieldKey;

  @Field(() => String, { description: "Its heading in the template." })
  label!: string;

  @Field(() => Boolean, { description: "Without it the file is not imported." })
  isRequired!: boolean;

  @Field(() => String, { description: "What stands in it, in one sentence." })
  about!: string;
}

@ObjectType({ description: "A kind of import, with its columns." })
export class ImportTemplate {
  @Field(() => ImportKind, { description: "Which kind." })
  kind!: Kind;

  @Field(() => String, { description: "Where the template is, as CSV." })
  path!: string;

  @Field(() => String, { description: "Where the template is, as XLSX." })
  workbookPath!: string;

  @Field(() => Boolean, { description: "Whether whoever asks may import it." })
  isAllowed!: boolean;

  @Field(() => [ImportField], { description: "Its columns, in the order of the template." })
  fields!: ImportField[];
}

@ObjectType({ description: "How a file is read. What does not apply to its format is null." })
export class ImportLayout {
  @Field(() => FileFormat, { description: "What the file is." })
  format!: Format;

  @Field(() => FileEncoding, { nullable: true, description: "How its text is written." })
  encoding!: Encoding | null;

  @Field(() => String, { nullable: true, description: "What stands between two cells." })
  delimiter!: string | null;

  @Field(() => String, { description: "What stands between ones and tenths." })
  decimalSign!: string;

  @Field(() => String, { nullable: true, description: "The sheet that is read." })
  sheet!: string | null;

  @Field(() => [String], { description: "All sheets of the workbook." })
  sheets!: readonly string[];

  @Field(() => Int, { description: "The row of the headings, from 1." })
  headerRow!: number;

  @Field(() => [String], { description: "The headings." })
  columns!: readonly string[];
}

@ObjectType({ description: "A row as it stands in the file." })
export class ImportPreviewRow {
  @Field(() => Int, { description: "Its number in the file, from 1." })
  number!: number;

  @Field(() => [String], { description: "Its cells." })
  cells!: readonly string[];
}

@ObjectType({ description: "Which column of the file is which field." })
export class MappedColumn {
  @Field(() => ImportFieldName, { description: "The field." })
  field!: ImportFieldKey;

  @Field(() => Int, { description: "The column, from 0." })
  column!: number;
}

@ObjectType({
  description: "A value that is put in the place of another, in every row that has it.",
})
export class ImportReplacement {
  @Field(() => ImportFieldName, { description: "In which field." })
  field!: ImportFieldKey;

  @Field(() => String, { description: "As it stands in the file." })
  from!: string;

  @Field(() => String, { description: "As it is read." })
  to!: string;
}

@ObjectType({
  implements: Node,
  description: "A file that somebody sent, and how far it has come.",
})
export class Import extends Node {
  warehouseId!: number;
  rowId!: number;
  uploadedById!: string;
  committedById!: string | null;
  sessionRowIds!: number[];

  @Field(() => String, { description: "As it was called." })
  fileName!: string;

  @Field(() => Int, { description: "Its length in bytes." })
  byteCount!: number;

  @Field(() => Int, { description: "Rows below the headings that have something." })
  rowCount!: number;

  @Field(() => ImportKind, { description: "What its rows are." })
  kind!: Kind;

  @Field(() => ImportState, { description: "How far it has come." })
  state!: State;

  @Field(() => ImportLayout, { description: "How it is read." })
  layout!: ImportLayout;

  @Field(() => [ImportPreviewRow], { description: "Its first rows." })
  preview!: readonly ImportPreviewRow[];

  @Field(() => [MappedColumn], { description: "Which column is what." })
  mapping!: MappedColumn[];

  @Field(() => [ImportReplacement], { description: "Values that are put right as they are read." })
  replacements!: readonly ImportReplacement[];

  @Field(() => [Int], { description: "Rows that are left out whatever they hold." })
  leftOutRows!: readonly number[];

  @Field(() => Boolean, {
    description: "It is read as a file with these headings was read before.",
  })
  isRemembered!: boolean;

  @Field(() => Int, { nullable: true, description: "Rows that are ready; null before the check." })
  rowsReady!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Rows without a quantity, which is not 0: they change nothing.",
  })
  rowsBlank!: number | null;

  @Field(() => Int, { nullable: true, description: "Rows with errors: they are left out." })
  rowsWrong!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was checked." })
  checkedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "Milliseconds that the check took." })
  checkMs!: number | null;

  @Field(() => DateTimeScalar, { description: "When it was sent." })
  uploadedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was done." })
  committedAt!: Date | null;

  @Field(() => String, { description: "Where its errors are, as CSV." })
  errorsPath!: string;
}
export const ImportConnection = connectionOf("Import", () => Import);

@ObjectType({ description: "The check of a file has been asked for." })
export class ImportCheckAskedFor {
  @Field(() => Import, { description: "The file, as it is read now." })
  import!: Import;

  @Field(() => Job, { description: "The job that judges its rows." })
  job!: Job;
}

@ObjectType({ description: "What the check has shown has been asked for." })
export class ImportCommitAskedFor {
  @Field(() => Import, { description: "The file." })
  import!: Import;

  @Field(() => Job, { description: "The job that does it." })
  job!: Job;
}

@ObjectType({ description: "The same file was imported before: nothing is left to do." })
export class ImportAlreadyDone {
  @Field(() => Import, { description: "The import that did it." })
  import!: Import;
}

export const CheckImportRejected = rejectionOf("CheckImport", checkImportRejections);
export const CheckImportResult = resultOf("CheckImport", [
  ImportCheckAskedFor,
  CheckImportRejected,
]);
export const CommitImportRejected = rejectionOf("CommitImport", commitImportRejections);
export const CommitImportResult = resultOf("CommitImport", [
  ImportCommitAskedFor,
  ImportAlreadyDone,
  CommitImportRejected,
]);
