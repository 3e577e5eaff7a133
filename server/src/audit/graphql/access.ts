import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";
import { auditPermissions as see } from "../domain/may-read-audit.ts";

export const auditAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["auditLog", "auditCheck"]),
    ...argumentsOf("auditLog", ["warehouseId", "filter", ...pageArguments]),
    ...argumentsOf("auditCheck", ["warehouseId"]),
  },
  AuditFilter: everyFieldIs(see, ["sessionId", "kinds", "actorId", "from", "to"]),
  AuditEntry: everyFieldIs(see, [
    "sequence",
    "kind",
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
