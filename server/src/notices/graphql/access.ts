import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";

/** A late move tells of the books: notices are for those who may see them. */
const see = ["view:stock-count", "view:expected-quantity"] as const;

export const noticeAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["notices", "unreadNoticeCount"]),
    ...argumentsOf("notices", ["warehouseId", ...pageArguments]),
    ...argumentsOf("unreadNoticeCount", ["warehouseId"]),
  },
  Mutation: { readNotices: see, ...argumentsOf("readNotices", ["input"]) },
  Subscription: { noticeFeed: see, ...argumentsOf("noticeFeed", ["warehouseId", "after"]) },
  Notice: everyFieldIs(see, [
    "sequence",
    "kind",
    "happenedAt",
    "count",
    "session",
    "actor",
    "recipient",
  ]),
  NoticeConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  NoticeEdge: everyFieldIs(see, ["cursor", "node"]),
  NoticesFrame: everyFieldIs(see, ["notices", "cursor"]),
  ReadNoticesInput: everyFieldIs(see, ["warehouseId", "upTo"]),
  NoticesRead: everyFieldIs(see, ["unread"]),
};
