import type { IdUse } from "./id-places.ts";

/** Places of imports that take an id. */
export const exchangeIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.imports(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { imports(warehouseId: $id) { totalCount } }",
    },
  ],
  "CheckImportInput.importId": [
    {
      kind: "Import",
      document: `mutation ($id: ID!) {
        checkImport(input: { importId: $id, kind: ITEMS, mapping: [] }) {
          ... on CheckImportRejected { reason message } } }`,
    },
  ],
  "CommitImportInput.importId": [
    {
      kind: "Import",
      document: `mutation ($id: ID!) { commitImport(input: { importId: $id }) {
        ... on CommitImportRejected { reason message } } }`,
    },
  ],
};
