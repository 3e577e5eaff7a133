import { argumentsOf, everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";

/** What earlier rounds found is for those alone who do not count by it. */
const see = ["view:stock-count", "view:expected-quantity"] as const;
const ask = ["create:stock-count", "view:expected-quantity"] as const;
const asField = "as-field";

/** Who may send lines back to the floor, and see what each round found. */
export const recountAccess: AccessRules = {
  Mutation: {
    requestRecount: ask,
    chooseRound: ask,
    ...argumentsOf("requestRecount", ["input"]),
    ...argumentsOf("chooseRound", ["input"]),
  },
  CountSession: { recounts: see },
  CountLine: {
    rounds: see,
    recountStatus: see,
    // What there is to do, and for whom: nothing of it tells what anybody found.
    recountAssignee: "view:stock-count",
    countedBefore: "view:stock-count",
  },
  CountRound: everyFieldIs(see, [
    "round",
    "cause",
    "askedAt",
    "askedBy",
    "reason",
    "assignee",
    "state",
    "quantityCounted",
    "quantityExpected",
    "quantityVariance",
    "windowFirstAt",
    "windowLastAt",
    "isMovedDuringCount",
    "isTimeUncertain",
    "isDisputed",
    "serials",
    "counters",
    "stands",
    "chosenBy",
    "chosenAt",
    "chosenBecause",
  ]),
  RecountTotals: everyFieldIs(see, ["asked", "agreed", "disagreed", "exhausted", "chosen"]),
  RequestRecountInput: everyFieldIs(ask, [
    "sessionId",
    "key",
    "lineIds",
    "selection",
    "view",
    "assigneeId",
    "reason",
  ]),
  RecountRequested: everyFieldIs(asField, [
    "lineIds",
    "refused",
    "controlCount",
    "wasAsked",
    "session",
  ]),
  RefusedRecount: everyFieldIs(asField, ["lineId", "reason", "message"]),
  RequestRecountRejected: everyFieldIs(asField, ["reason", "message"]),
  ChooseRoundInput: everyFieldIs(ask, ["lineId", "round", "reason", "version"]),
  RoundChosen: { line: asField },
  ChooseRoundRejected: everyFieldIs(asField, ["reason", "message"]),
};
