import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";

/** A late move tells of the books: notices are for those who may see them. */
const see = ["view:stock-count", "view:expected-quantity"] as const;

/** What is told to one person alone tells of nothing but what he is asked to do. */
const own = "view:stock-count";

export const noticeAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["notices", "unreadNoticeCount"]),
    ...argumentsOf("notices", ["warehouseId", ...pageArguments]),
    ...argumentsOf("unreadNoticeCount", ["warehouseId"]),
    ...everyFieldIs(own, ["ownNotices", "unreadOwnNoticeCount"]),
    ...argumentsOf("ownNotices", ["warehouseId", ...pageArguments]),
    ...argumentsOf("unreadOwnNoticeCount", ["warehouseId"]),
  },
  Mutation: {
    readNotices: see,
    readOwnNotices: own,
    ...argumentsOf("readNotices", ["input"]),
    ...argumentsOf("readOwnNotices", ["input"]),
  },
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
  OwnNotice: everyFieldIs(own, ["sequence", "kind", "happenedAt", "lineCount", "session"]),
  OwnNoticeConnection: everyFieldIs(own, ["edges", "nodes", "pageInfo", "totalCount"]),
  OwnNoticeEdge: everyFieldIs(own, ["cursor", "node"]),
  ReadOwnNoticesInput: everyFieldIs(own, ["warehouseId", "upTo"]),
  OwnNoticesRead: everyFieldIs(own, ["unread"]),
};
