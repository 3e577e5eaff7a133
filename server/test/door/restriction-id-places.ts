import type { IdUse } from "./id-places.ts";

const place = (document: string): IdUse => ({ kind: "Location", document });
const warehouse = (document: string): IdUse => ({ kind: "Warehouse", document });
const later = `"2026-12-01T10:00:00Z"`;
const changed = "{ ... on ChangeCloseOffRejected { reason message } }";

/** Places of close-offs and holds that take an id; $w is a warehouse that is seen. */
export const restrictionIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.closeOffs(warehouseId:)": [
    warehouse("query ($id: ID!) { closeOffs(warehouseId: $id) { totalCount } }"),
  ],
  "Query.stockHolds(warehouseId:)": [
    warehouse("query ($id: ID!) { stockHolds(warehouseId: $id) { totalCount } }"),
  ],
  "CloseOffLocationInput.locationId": [
    place(`mutation ($id: ID!) { closeOffLocation(input: {
      locationId: $id, mode: FLAG, reason: "T36", expiresAt: ${later} }) {
      ... on CloseOffLocationRejected { reason message } } }`),
  ],
  "ExtendCloseOffInput.closeOffId": [
    {
      kind: "CloseOff",
      document: `mutation ($id: ID!) {
        extendCloseOff(input: { closeOffId: $id, expiresAt: ${later} }) ${changed} }`,
    },
  ],
  "EndCloseOffInput.closeOffId": [
    {
      kind: "CloseOff",
      document: `mutation ($id: ID!) {
        endCloseOff(input: { closeOffId: $id, reason: "T36" }) ${changed} }`,
    },
  ],
  "PlaceHoldInput.warehouseId": [
    warehouse(`mutation ($id: ID!) { placeHold(input: { warehouseId: $id, reason: "T36" }) {
      ... on PlaceHoldRejected { reason message } } }`),
  ],
  "PlaceHoldInput.itemId": "company-wide",
  "PlaceHoldInput.lotId": "company-wide",
  "PlaceHoldInput.locationId": [
    place(`mutation ($id: ID!, $w: ID!) { placeHold(input: {
      warehouseId: $w, locationId: $id, reason: "T36" }) {
      ... on PlaceHoldRejected { reason message } } }`),
  ],
  "ReleaseHoldInput.holdId": [
    {
      kind: "StockHold",
      document: `mutation ($id: ID!) { releaseHold(input: { holdId: $id, reason: "T36" }) {
        ... on ReleaseHoldRejected { reason message } } }`,
    },
  ],
};
