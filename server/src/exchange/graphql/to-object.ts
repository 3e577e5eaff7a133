import { idOf } from "../../shared/opaque-id.ts";
import { importErrorsPath } from "../domain/import-paths.ts";
import {
  importFields,
  type ImportFieldKey,
  type ImportKind as Kind,
} from "../domain/import-kind.ts";
import type { ImportRow } from "../domain/import-row.ts";
import type { KeptError } from "../domain/row-errors.ts";
import type { ListedError } from "../queries/list-imports.ts";
import { ImportError, ImportRow as WrongRow, type ImportLikelyValue } from "./error-objects.ts";
import { Import } from "./objects.ts";

export function toImport(row: ImportRow): Import {
  const { warehouseId, id, sessionIds, mapping, ...shown } = row;
  const columns = Object.entries(mapping) as [ImportFieldKey, number][];
  return Object.assign(new Import(), {
    ...{ ...shown, warehouseId, rowId: id, sessionRowIds: sessionIds },
    id: idOf("Import", warehouseId, id),
    mapping: columns.map(([field, column]) => ({ field, column })),
    errorsPath: importErrorsPath(idOf("Import", warehouseId, id)),
  });
}

export function toImportError(kind: Kind, error: ListedError): ImportError {
  const label = importFields[kind].find(({ key }) => key === error.field)?.label ?? "";
  return Object.assign(new ImportError(), { ...error, label });
}

/** In the order of the template; what the file has no column for is left out. */
export function toWrongRow(
  kind: Kind,
  errors: readonly [KeptError, ...KeptError[]],
  likelyValues: ImportLikelyValue[],
): WrongRow {
  const [{ row, rowValues }] = errors;
  const fields = importFields[kind].flatMap(({ key, label }) => {
    const value = rowValues[key];
    return value === undefined ? [] : [{ field: key, label, value }];
  });
  const shown = errors.map((error) => toImportError(kind, error));
  return Object.assign(new WrongRow(), { number: row, fields, errors: shown, likelyValues });
}
