import { argumentsOf, everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";

const see = "view:stock-count";

/** Who may follow counts. What the blind are not told is left out of the frames. */
export const countingFeedAccess: AccessRules = {
  Subscription: {
    ...everyFieldIs(see, ["sessionFeed", "countSessionsFeed"]),
    ...argumentsOf("countSessionsFeed", ["warehouseId", "atMostEveryMs"]),
    ...argumentsOf("sessionFeed", ["sessionId", "after", "atMostEveryMs"]),
  },
  SessionFrame: everyFieldIs(see, ["events", "lines", "isEveryLineChanged", "progress", "cursor"]),
  SessionEvent: everyFieldIs(see, [
    "sequence",
    "kind",
    "happenedAt",
    "actor",
    "lineId",
    "externalId",
    "mode",
    "reason",
  ]),
  SessionProgress: everyFieldIs(see, [
    "status",
    "isSubmitted",
    "linesTotal",
    "linesCounted",
    "linesSkipped",
    "linesNotAccessible",
    "linesDifferent",
  ]),
  CountSessionsFrame: everyFieldIs(see, ["sessions"]),
  ResyncRequired: everyFieldIs(see, ["reason"]),
};
