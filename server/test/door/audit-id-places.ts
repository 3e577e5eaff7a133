import type { IdUse } from "./id-places.ts";

/** Places of the audit that take an id; $w is a warehouse that is seen. */
export const auditIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.auditLog(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { auditLog(warehouseId: $id) { totalCount } }",
    },
  ],
  "Query.auditCheck(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { auditCheck(warehouseId: $id) { isIntact } }",
    },
  ],
  "Query.auditActors(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { auditActors(warehouseId: $id) { name } }",
    },
  ],
  "Subscription.auditFeed(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "subscription ($id: ID!) { auditFeed(warehouseId: $id) { lastSequence } }",
    },
  ],
  "AuditFilter.sessionId": [
    {
      kind: "CountSession",
      document: `query ($id: ID!, $w: ID!) {
        auditLog(warehouseId: $w, filter: { sessionId: $id }) { totalCount nodes { sequence } } }`,
    },
  ],
  "AuditFilter.actorId": "company-wide",
};
