import type { IdUse } from "./id-places.ts";

/** Places of reports that take an id; $w is a warehouse that is seen. */
export const reportIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.report(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { report(warehouseId: $id, code: REVIEW) { rowCount } }",
    },
  ],
  "ReportFilterInput.sessionId": [
    {
      kind: "CountSession",
      document: `query ($id: ID!, $w: ID!) {
        report(warehouseId: $w, code: REVIEW, filter: { sessionId: $id }) { rowCount } }`,
    },
  ],
  "ReportFilterInput.locationId": [
    {
      kind: "Location",
      document: `query ($id: ID!, $w: ID!) {
        report(warehouseId: $w, code: REVIEW, filter: { locationId: $id }) { rowCount } }`,
    },
  ],
  "ReportFilterInput.itemId": "company-wide",
  "ReportFilterInput.categoryId": "company-wide",
};
