import type { IdUse } from "./id-places.ts";

const session = (text: string): IdUse => ({
  kind: "CountSession",
  document: `mutation ($id: ID!) { ${text} }`,
});
/** $s is a count that is seen. */
const place = (text: string): IdUse => ({
  kind: "Location",
  document: `mutation ($id: ID!, $s: ID!) { ${text} }`,
});
const nothing = `"bm90aGluZw"`;
const nobody = `"VXNlcjpub2JvZHk"`;

/** Places of the crew that take an id. */
export const crewIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.devices(warehouseId:)": [
    {
      kind: "Warehouse",
      document: "query ($id: ID!) { devices(warehouseId: $id) { totalCount } }",
    },
  ],
  "ForgetDeviceInput.warehouseId": [
    {
      kind: "Warehouse",
      document: `mutation ($id: ID!) { forgetDevice(input: {
        warehouseId: $id, userId: ${nobody}, deviceId: "d" }) { __typename } }`,
    },
  ],
  "ForgetDeviceInput.userId": "company-wide",
  "Subscription.crewFeed(sessionId:)": [
    {
      kind: "CountSession",
      document: "subscription ($id: ID!) { crewFeed(sessionId: $id) { sessionId } }",
    },
  ],
  "CountSession.nextLocation(from:)": [
    {
      kind: "Location",
      document:
        "query ($id: ID!, $s: ID!) { countSession(id: $s) { nextLocation(from: $id) { id } } }",
    },
  ],
  "ReportPresenceInput.sessionId": [
    session(`reportPresence(input: { sessionId: $id, deviceId: "d", deviceName: "d",
      unsentCount: 0 }) { heartbeatMs }`),
  ],
  "ReportEditingInput.sessionId": [
    session(`reportEditing(input: { sessionId: $id }) { heartbeatMs }`),
  ],
  "ReportEditingInput.lineId": [
    {
      kind: "CountLine",
      document: `mutation ($id: ID!, $s: ID!) {
        reportEditing(input: { sessionId: $s, lineId: $id }) { heartbeatMs } }`,
    },
  ],
  "ClaimLocationInput.sessionId": [
    session(`claimLocation(input: { sessionId: $id, locationId: ${nothing} }) {
      ... on ClaimLocationRejected { reason message } }`),
  ],
  "ClaimLocationInput.locationId": [
    place(`claimLocation(input: { sessionId: $s, locationId: $id }) {
      ... on ClaimLocationRejected { reason message } }`),
  ],
  "ReleaseLocationInput.sessionId": [
    session(`releaseLocation(input: { sessionId: $id, locationId: ${nothing} }) { wasHeld }`),
  ],
  "ReleaseLocationInput.locationId": [
    place("releaseLocation(input: { sessionId: $s, locationId: $id }) { wasHeld }"),
  ],
  "ForceReleaseLocationInput.sessionId": [
    session(`forceReleaseLocation(input: { sessionId: $id, locationId: ${nothing},
      reason: "T36" }) { ... on LocationReleased { wasHeld } }`),
  ],
  "ForceReleaseLocationInput.locationId": [
    place(`forceReleaseLocation(input: { sessionId: $s, locationId: $id, reason: "T36" }) {
      ... on LocationReleased { wasHeld } }`),
  ],
  "ExcludeDeviceInput.sessionId": [
    session(`excludeDevice(input: { sessionId: $id, userId: ${nobody}, deviceId: "d",
      reason: "T36" }) { ... on ExcludeDeviceRejected { reason message } }`),
  ],
  "ExcludeDeviceInput.userId": "company-wide",
  "ShareOutWorkInput.sessionId": [
    session(`shareOutWork(input: { sessionId: $id }) {
      ... on ShareOutWorkRejected { reason message } }`),
  ],
};
