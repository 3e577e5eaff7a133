import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";
import { importFieldKeys, importKinds } from "../domain/import-kind.ts";
import { rowDecisions } from "../domain/left-out-rows.ts";
import { rowErrorCodes } from "../domain/row-errors.ts";
import { fileEncodings } from "../domain/table-layout.ts";

/** What is wrong with a row may tell what the books have. */
const see = ["view:stock-count", "view:expected-quantity"] as const;
/** What of a kind one may import, the verb itself asks besides. */
const write = ["create:stock-count", "view:expected-quantity"] as const;
const asField = "as-field";

export const exchangeAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["importTemplates", "imports"]),
    ...argumentsOf("imports", ["warehouseId", ...pageArguments]),
  },
  Mutation: {
    ...everyFieldIs(write, ["checkImport", "commitImport"]),
    ...argumentsOf("checkImport", ["input"]),
    ...argumentsOf("commitImport", ["input"]),
  },
  ImportTemplate: everyFieldIs(see, ["kind", "path", "workbookPath", "isAllowed", "fields"]),
  ImportField: everyFieldIs(see, ["name", "label", "isRequired", "about"]),
  Import: {
    ...everyFieldIs(see, [
      ...["id", "fileName", "byteCount", "rowCount", "kind", "state", "layout", "preview"],
      ...[
        "mapping",
        "replacements",
        "leftOutRows",
        "isRemembered",
        "rowsReady",
        "rowsBlank",
        "rowsWrong",
      ],
      ...["checkedAt", "checkMs", "uploadedAt", "uploadedBy", "committedAt", "committedBy"],
      ...[
        "errorsPath",
        "errors",
        "errorFigures",
        "wrongRow",
        "errorGroups",
        "earlier",
        "job",
        "sessions",
      ],
    ]),
    ...argumentsOf("errors", ["code", "search", "decision", "chosen", ...pageArguments]),
    ...argumentsOf("errorFigures", ["chosen"]),
    ...argumentsOf("wrongRow", ["number"]),
  },
  ImportLayout: everyFieldIs(see, [
    ...["format", "encoding", "delimiter", "decimalSign", "sheet", "sheets", "headerRow"],
    "columns",
  ]),
  ImportPreviewRow: everyFieldIs(see, ["number", "cells"]),
  MappedColumn: everyFieldIs(see, ["field", "column"]),
  ImportReplacement: everyFieldIs(see, ["field", "from", "to"]),
  ImportError: everyFieldIs(see, [
    ...["row", "field", "label", "value", "code", "message", "suggestion", "rowsAlike"],
  ]),
  ImportRow: everyFieldIs(see, ["number", "fields", "errors", "likelyValues"]),
  ImportRowField: everyFieldIs(see, ["field", "label", "value"]),
  ImportLikelyValue: everyFieldIs(see, ["field", "value", "name", "note"]),
  ImportErrorFigures: everyFieldIs(see, ["toDecide", "fixed", "leftOut"]),
  ImportErrorGroup: everyFieldIs(see, ["code", "name", "rows", "values"]),
  ImportConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  ImportEdge: everyFieldIs(see, ["cursor", "node"]),
  ImportErrorConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  ImportErrorEdge: everyFieldIs(see, ["cursor", "node"]),
  ImportCheckAskedFor: everyFieldIs(write, ["import", "job"]),
  ImportCommitAskedFor: everyFieldIs(write, ["import", "job"]),
  ImportAlreadyDone: everyFieldIs(write, ["import"]),
  CheckImportRejected: everyFieldIs(asField, ["reason", "message"]),
  CommitImportRejected: everyFieldIs(asField, ["reason", "message"]),
  CheckImportInput: everyFieldIs(asField, [
    ...["importId", "kind", "mapping", "replacements", "leftOutRows", "encoding", "delimiter"],
    ...["decimalSign", "sheet", "headerRow"],
  ]),
  MappedColumnInput: everyFieldIs(asField, ["field", "column"]),
  ImportChosenInput: everyFieldIs(asField, ["replacements", "leftOutRows"]),
  ImportReplacementInput: everyFieldIs(asField, ["field", "from", "to"]),
  CommitImportInput: everyFieldIs(asField, ["importId"]),
  ImportKind: everyFieldIs(asField, importKinds),
  ImportFieldName: everyFieldIs(asField, importFieldKeys),
  ImportRowDecision: everyFieldIs(asField, rowDecisions),
  ImportErrorCode: everyFieldIs(asField, rowErrorCodes),
  FileEncoding: everyFieldIs(asField, fileEncodings),
};
