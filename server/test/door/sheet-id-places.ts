import type { IdUse } from "./id-places.ts";

const printed = "{ ... on PrintCountSheetRejected { reason message } }";

/** Places of sheets that take an id; $s is a count that is seen, $x an id of the sender's own. */
export const sheetIdUses: Record<string, IdUse[] | "company-wide"> = {
  "PrintCountSheetInput.sessionId": [
    {
      kind: "CountSession",
      document: `mutation ($id: ID!) { printCountSheet(input: { sessionId: $id }) ${printed} }`,
    },
  ],
  "PrintCountSheetInput.locationId": [
    {
      kind: "Location",
      document: `mutation ($id: ID!, $s: ID!) {
        printCountSheet(input: { sessionId: $s, locationId: $id }) ${printed} }`,
    },
  ],
  "PrintCountSheetInput.claimedById": "company-wide",
  "ObservationInput.countedById": "company-wide",
  "ObservationInput.sheetId": [
    {
      kind: "CountSheet",
      document: `mutation ($id: ID!, $s: ID!, $x: String!) {
        recordObservations(input: { sessionId: $s, observations: [{ externalId: $x, mode: REPLACE,
          sheetId: $id, quantity: "1", countedAt: "2026-11-20T10:00:00Z" }] }) {
          results { __typename ... on ObservationRejected { reason message } } } }`,
    },
  ],
};
