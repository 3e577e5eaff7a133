import type { IdUse } from "./id-places.ts";

const limits = `limits: { quantity: { upper: "1" } }`;

/** Places of reviewing that take an id. */
export const reviewIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.toleranceSet(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { toleranceSet(warehouseId: $id) { version } }",
    },
  ],
  "SaveToleranceSetInput.warehouseId": [
    {
      kind: "Warehouse",
      document: `mutation ($id: ID!) { saveToleranceSet(input: {
        warehouseId: $id, basedOnVersion: 7, rules: [] }) { __typename } }`,
    },
  ],
  "Query.toleranceVersions(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { toleranceVersions(warehouseId: $id) { version } }",
    },
  ],
  "TryToleranceInput.warehouseId": [
    {
      kind: "Warehouse",
      document: `query ($id: ID!) { tryTolerance(input: {
        warehouseId: $id, expected: "1", counted: "1" }) { variance } }`,
    },
  ],
  "TryToleranceInput.locationId": [
    {
      kind: "Location",
      document: `query ($id: ID!, $w: ID!) { tryTolerance(input: {
        warehouseId: $w, locationId: $id, expected: "1", counted: "1" }) { variance } }`,
    },
  ],
  "TryToleranceInput.itemId": "company-wide",
  "ToleranceRuleInput.itemId": "company-wide",
  "ToleranceRuleInput.locationId": [
    {
      kind: "Location",
      document: `mutation ($id: ID!, $w: ID!) { saveToleranceSet(input: { warehouseId: $w,
        basedOnVersion: 0, rules: [{ locationId: $id, ${limits} }] }) {
        ... on SaveToleranceSetRejected { reason message } } }`,
    },
  ],
  "Query.suggestedCauses(lineId:)": [
    { kind: "CountLine", document: "query ($id: ID!) { suggestedCauses(lineId: $id) { kind } }" },
  ],
  "Query.variancePareto(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { variancePareto(warehouseId: $id, by: ITEM) { lines } }",
    },
  ],
  "Query.variancePareto(sessionId:)": [
    {
      kind: "CountSession",
      document: `query ($id: ID!, $w: ID!) {
        variancePareto(warehouseId: $w, by: ITEM, sessionId: $id) { lines } }`,
    },
  ],
  "RequestRecountInput.sessionId": [
    {
      kind: "CountSession",
      document: `mutation ($id: ID!) { requestRecount(input: {
        sessionId: $id, key: "T36", reason: "T36", view: SHORTAGES }) { __typename } }`,
    },
  ],
  "RequestRecountInput.lineIds": [
    {
      kind: "CountLine",
      document: `mutation ($id: ID!, $s: ID!) { requestRecount(input: {
        sessionId: $s, key: "T36", reason: "T36", lineIds: [$id] }) { __typename } }`,
    },
  ],
  // A person is nobody's: whether one counts here is a reason, as data.
  "RequestRecountInput.assigneeId": "company-wide",
  "ChooseRoundInput.lineId": [
    {
      kind: "CountLine",
      document: `mutation ($id: ID!) { chooseRound(input: {
        lineId: $id, round: 1, reason: "T36", version: 1 }) { __typename } }`,
    },
  ],
  "RecordInvestigationInput.lineId": [
    {
      kind: "CountLine",
      document: `mutation ($id: ID!) { recordInvestigation(input: {
        lineId: $id, basedOnRevision: 0, notes: "T36" }) { __typename } }`,
    },
  ],
  "SaveSessionToleranceInput.sessionId": [
    {
      kind: "CountSession",
      document: `mutation ($id: ID!) { saveSessionTolerance(input: { sessionId: $id, ${limits} }) {
        ... on SaveSessionToleranceRejected { reason message } } }`,
    },
  ],
};
