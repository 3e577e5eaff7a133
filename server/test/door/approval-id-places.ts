import type { IdUse } from "./id-places.ts";

const session = (document: string): IdUse => ({ kind: "CountSession", document });
const line = (document: string): IdUse => ({ kind: "CountLine", document });
const approved = "{ ... on ApproveLinesRejected { reason message } }";
const rejected = "{ ... on RejectLinesRejected { reason message } }";

/** Places of approving that take an id; $s is a count that is seen. */
export const approvalIdUses: Record<string, IdUse[] | "company-wide"> = {
  "ApprovalPreviewInput.sessionId": [
    session("query ($id: ID!) { approvalPreview(input: { sessionId: $id }) { numbersDigest } }"),
  ],
  "ApprovalPreviewInput.lineIds": [
    line(`query ($id: ID!, $s: ID!) {
      approvalPreview(input: { sessionId: $s, lineIds: [$id] }) { numbersDigest } }`),
  ],
  "ApproveLinesInput.sessionId": [
    session(`mutation ($id: ID!) {
      approveLines(input: { sessionId: $id, numbersDigest: "x" }) ${approved} }`),
  ],
  "ApproveLinesInput.lineIds": [
    line(`mutation ($id: ID!, $s: ID!) {
      approveLines(input: { sessionId: $s, lineIds: [$id], numbersDigest: "x" }) ${approved} }`),
  ],
  "RejectLinesInput.sessionId": [
    session(`mutation ($id: ID!) {
      rejectLines(input: { sessionId: $id, reason: "T36" }) ${rejected} }`),
  ],
  "RejectLinesInput.lineIds": [
    line(`mutation ($id: ID!, $s: ID!) {
      rejectLines(input: { sessionId: $s, lineIds: [$id], reason: "T36" }) ${rejected} }`),
  ],
  "Query.approverLimits(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { approverLimits(warehouseId: $id) { valueAtMost } }",
    },
  ],
  "Query.possibleApprovers(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { possibleApprovers(warehouseId: $id) { id } }",
    },
  ],
  "SaveApproverLimitInput.warehouseId": [
    {
      kind: "Warehouse",
      document: `mutation ($id: ID!) { saveApproverLimit(input: {
        warehouseId: $id, userId: "bm90aGluZw" }) { __typename } }`,
    },
  ],
  "SaveApproverLimitInput.userId": "company-wide",
};
