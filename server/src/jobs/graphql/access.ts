import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";

/** A job tells how many lines of a count differ from the books, or may not be posted. */
const see = ["view:stock-count", "view:expected-quantity"] as const;
const post = ["post:stock-count", "view:expected-quantity"] as const;
const asField = "as-field";

export const jobAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["job", "jobs"]),
    ...argumentsOf("job", ["id"]),
    ...argumentsOf("jobs", ["warehouseId", ...pageArguments]),
  },
  Mutation: { cancelJob: post, ...argumentsOf("cancelJob", ["input"]) },
  Subscription: { jobFeed: see, ...argumentsOf("jobFeed", ["warehouseId", "after"]) },
  Job: everyFieldIs(see, [
    "id",
    "kind",
    "state",
    "step",
    "done",
    "total",
    "message",
    "session",
    "posting",
    "askedBy",
    "askedAt",
    "startedAt",
    "endedAt",
    "isCancelAsked",
    "importId",
    "error",
  ]),
  JobError: everyFieldIs(see, ["code", "message", "counts"]),
  JobCount: everyFieldIs(see, ["name", "count"]),
  JobConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  JobEdge: everyFieldIs(see, ["cursor", "node"]),
  JobsFrame: everyFieldIs(see, ["jobs", "cursor"]),
  CancelJobInput: { jobId: post },
  JobCancelled: { job: post },
  CancelJobRejected: everyFieldIs(asField, ["reason", "message"]),
};
