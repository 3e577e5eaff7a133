import { registerEnumType } from "type-graphql";
import { importFieldKeys, importKinds, importKindWords } from "../domain/import-kind.ts";
import { importStates } from "../domain/import-row.ts";
import { rowDecisions } from "../domain/left-out-rows.ts";
import { rowErrorCodes, rowErrorWords } from "../domain/row-errors.ts";
import { fileEncodings, fileFormats } from "../domain/table-layout.ts";

const enumOf = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [Each in Word]: Each };

const described = <Word extends string>(of: Readonly<Record<Word, string>>) =>
  Object.fromEntries(
    Object.entries<string>(of).map(([word, text]) => [word, { description: `${text}.` }]),
  );

export const ImportKind = enumOf(importKinds);
registerEnumType(ImportKind, {
  name: "ImportKind",
  description: "What the rows of a file are.",
  valuesConfig: described(importKindWords),
});

export const ImportState = enumOf(importStates);
registerEnumType(ImportState, {
  name: "ImportState",
  description: "How far a file has come.",
  valuesConfig: described({
    READ: "It was read, and what it seems to be is known",
    CHECKED: "Every row was judged, and nothing changed",
    COMMITTED: "What was ready is done",
  }),
});

export const ImportFieldName = enumOf(importFieldKeys);
registerEnumType(ImportFieldName, {
  name: "ImportFieldName",
  description: "What a column can be.",
});

export const ImportErrorCode = enumOf(rowErrorCodes);
registerEnumType(ImportErrorCode, {
  name: "ImportErrorCode",
  description: "What can be wrong with a row.",
  valuesConfig: described(rowErrorWords),
});

export const ImportRowDecision = enumOf(rowDecisions);
registerEnumType(ImportRowDecision, {
  name: "ImportRowDecision",
  description: "What becomes of a row that is wrong, as things are chosen.",
  valuesConfig: described({
    TO_DECIDE:
      "Something of it is wrong still, and nobody has said what becomes of it: it is left out",
    FIXED: "All that was wrong is read as something else from the next check on",
    LEFT_OUT: "Somebody has said that it is left out",
  }),
});

export const FileFormat = enumOf(fileFormats);
registerEnumType(FileFormat, {
  name: "FileFormat",
  description: "What a file is.",
  valuesConfig: described({
    CSV: "Delimited text",
    XLS: "A workbook of old programs",
    XLSX: "A workbook",
  }),
});

export const FileEncoding = enumOf(fileEncodings);
registerEnumType(FileEncoding, {
  name: "FileEncoding",
  description: "How a text is written as bytes.",
  valuesConfig: described({
    UTF_8: "UTF-8",
    UTF_16LE: "UTF-16, the small byte first",
    UTF_16BE: "UTF-16, the large byte first",
    WINDOWS_1252: "Windows 1252, of old spreadsheet programs",
  }),
});
