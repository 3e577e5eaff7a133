import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";
import { auditSubjects } from "../domain/audit-subject.ts";
import { auditPermissions as see } from "../domain/may-read-audit.ts";

export const auditAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["auditLog", "auditCheck", "auditActors"]),
    ...argumentsOf("auditLog", ["warehouseId", "filter", ...pageArguments]),
    ...argumentsOf("auditCheck", ["warehouseId"]),
    ...argumentsOf("auditActors", ["warehouseId"]),
  },
  Subscription: { auditFeed: see, ...argumentsOf("auditFeed", ["warehouseId"]) },
  AuditHead: { lastSequence: see },
  AuditSubject: everyFieldIs(see, [...auditSubjects]),
  AuditFilter: everyFieldIs(see, [
    ...["sessionId", "kinds", "actorId", "from", "to"],
    ...["subjects", "search", "afterSequence"],
  ]),
  AuditEntry: everyFieldIs(see, [
    "sequence",
    "kind",
    "subject",
    "happenedAt",
    "actor",
    "session",
    "body",
    "hash",
  ]),
  AuditEntryConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  AuditEntryEdge: everyFieldIs(see, ["cursor", "node"]),
  AuditCheck: everyFieldIs(see, [
    "isIntact",
    "decisions",
    "movesSealed",
    "movesNotSealed",
    "headHash",
    "broken",
  ]),
  BrokenLink: everyFieldIs(see, ["kind", "position"]),
};
