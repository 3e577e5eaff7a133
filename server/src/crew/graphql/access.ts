import { argumentsOf, everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";

const see = "view:stock-count";
const count = "update:stock-count";
const plan = "create:stock-count";
const asField = "as-field";
/** Who corrects and explains lines sees what is expected; to the blind it would tell which differ. */
const review = [count, "view:expected-quantity"] as const;

/** Who may see and steer who counts where. */
export const crewAccess: AccessRules = {
  Mutation: {
    ...everyFieldIs(count, ["reportPresence", "claimLocation", "releaseLocation"]),
    ...everyFieldIs(plan, ["forceReleaseLocation", "excludeDevice", "shareOutWork"]),
    reportEditing: review,
    ...argumentsOf("reportEditing", ["input"]),
    ...argumentsOf("reportPresence", ["input"]),
    ...argumentsOf("claimLocation", ["input"]),
    ...argumentsOf("releaseLocation", ["input"]),
    ...argumentsOf("forceReleaseLocation", ["input"]),
    ...argumentsOf("excludeDevice", ["input"]),
    ...argumentsOf("shareOutWork", ["input"]),
  },
  Subscription: { crewFeed: see, ...argumentsOf("crewFeed", ["sessionId"]) },
  CountSession: {
    ...everyFieldIs(see, ["crew", "workShares", "counters"]),
    nextLocation: count,
    ...argumentsOf("nextLocation", ["from"]),
  },
  Crew: {
    ...everyFieldIs(see, ["sessionId", "devices", "claims"]),
    editing: [see, "view:expected-quantity"],
  },
  LineEditing: everyFieldIs([see, "view:expected-quantity"], ["user", "lineId", "part"]),
  EditedPart: everyFieldIs(asField, ["FOUND", "INVESTIGATION"]),
  EditingReported: { heartbeatMs: asField },
  ReportEditingInput: everyFieldIs(count, ["sessionId", "lineId", "part"]),
  CounterPresence: everyFieldIs(see, [
    "user",
    "deviceId",
    "deviceName",
    "unsentCount",
    "lastScanAt",
    "heartbeatAt",
    "offlineSince",
    "excludedReason",
  ]),
  LocationClaim: everyFieldIs(see, [
    "user",
    "location",
    "purpose",
    "deviceId",
    "claimedAt",
    "expiresAt",
  ]),
  CountersOnline: everyFieldIs(see, ["online", "total"]),
  WorkShare: everyFieldIs(see, ["user", "locations", "lines", "notVisited"]),
  PresenceReported: everyFieldIs(count, ["serverTime", "heartbeatMs", "claims"]),
  LocationClaimed: { claim: count },
  ClaimLocationRejected: {
    ...everyFieldIs(asField, ["reason", "message"]),
    ...everyFieldIs(count, ["heldBy", "heldUntil"]),
  },
  LocationReleased: { wasHeld: asField },
  ForceReleaseLocationRejected: everyFieldIs(asField, ["reason", "message"]),
  DeviceExcluded: { crew: plan },
  ExcludeDeviceRejected: everyFieldIs(asField, ["reason", "message"]),
  WorkSharedOut: { shares: plan },
  ShareOutWorkRejected: everyFieldIs(asField, ["reason", "message"]),
  ReportPresenceInput: everyFieldIs(count, [
    "sessionId",
    "deviceId",
    "deviceName",
    "unsentCount",
    "lastScanAt",
  ]),
  ClaimLocationInput: everyFieldIs(count, [
    "sessionId",
    "locationId",
    "deviceId",
    "claimedAt",
    "clockOffsetMs",
    "takeOverReason",
  ]),
  ReleaseLocationInput: everyFieldIs(count, ["sessionId", "locationId"]),
  ForceReleaseLocationInput: everyFieldIs(plan, ["sessionId", "locationId", "reason"]),
  ExcludeDeviceInput: everyFieldIs(plan, ["sessionId", "userId", "deviceId", "reason"]),
  ShareOutWorkInput: everyFieldIs(plan, ["sessionId"]),
};
