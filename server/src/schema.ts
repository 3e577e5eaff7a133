import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema, getMetadataStorage, type PubSub } from "type-graphql";
import { accountAccess } from "./accounts/graphql/access.ts";
import "./accounts/graphql/register-nodes.ts";
import { accountResolvers } from "./accounts/graphql/resolvers.ts";
import { auditAccess } from "./audit/graphql/access.ts";
import { AuditResolver } from "./audit/graphql/audit.resolver.ts";
import { catalogueAccess } from "./catalogue/graphql/access.ts";
import { catalogueResolvers } from "./catalogue/graphql/resolvers.ts";
import { countingAccess } from "./counting/graphql/access.ts";
import { countingPlanAccess } from "./counting/graphql/plan-access.ts";
import { countingResolvers } from "./counting/graphql/resolvers.ts";
import { crewAccess } from "./crew/graphql/access.ts";
import { crewResolvers } from "./crew/graphql/resolvers.ts";
import { exchangeAccess } from "./exchange/graphql/access.ts";
import { exchangeResolvers } from "./exchange/graphql/resolvers.ts";
import { noticeAccess } from "./notices/graphql/access.ts";
import { jobAccess } from "./jobs/graphql/access.ts";
import { jobResolvers } from "./jobs/graphql/resolvers.ts";
import { NoticesResolver } from "./notices/graphql/notices.resolver.ts";
import { OwnNoticesResolver } from "./notices/graphql/own-notices.resolver.ts";
import { abcAccess } from "./planning/graphql/abc-access.ts";
import { planningAccess } from "./planning/graphql/access.ts";
import { planningResolvers } from "./planning/graphql/resolvers.ts";
import { postingAccess } from "./posting/graphql/access.ts";
import { postingResolvers } from "./posting/graphql/resolvers.ts";
import { reportAccess } from "./reports/graphql/access.ts";
import { ReportsResolver } from "./reports/graphql/reports.resolver.ts";
import { restrictionAccess } from "./restrictions/graphql/access.ts";
import { restrictionResolvers } from "./restrictions/graphql/resolvers.ts";
import { reviewAccess } from "./review/graphql/access.ts";
import { approvalAccess } from "./review/graphql/approval-access.ts";
import { investigationAccess } from "./review/graphql/investigation-access.ts";
import { recountAccess } from "./review/graphql/recount-access.ts";
import { reviewResolvers } from "./review/graphql/resolvers.ts";
import { sheetAccess } from "./sheets/graphql/access.ts";
import { sheetResolvers } from "./sheets/graphql/resolvers.ts";
import { sharedAccess } from "./shared/access.ts";
import { DateTimeScalar } from "./shared/scalars.ts";
import { stockAccess } from "./stock/graphql/access.ts";
import { stockResolvers } from "./stock/graphql/resolvers.ts";
import type { AccessRules } from "./transport/access-rules.ts";

/** Feeds pull from the database by cursor; nothing is ever pushed through a queue in memory. */
const noPubSub: PubSub = {
  publish: () => {
    throw new Error("A feed reads from the database: ring its doorbell instead.");
  },
  subscribe: () => {
    throw new Error("A feed reads from the database: give its field a subscribe of its own.");
  },
};

export function createSchema(): Promise<GraphQLSchema> {
  // A field that only hands on a property needs no function of its own, which would cost a call a row.
  for (const field of getMetadataStorage().fields) field.simple ??= field.schemaName === field.name;
  return buildSchema({
    resolvers: [
      ...accountResolvers,
      ...catalogueResolvers,
      ...stockResolvers,
      ...countingResolvers,
      ...crewResolvers,
      ...exchangeResolvers,
      ...jobResolvers,
      NoticesResolver,
      OwnNoticesResolver,
      ...planningResolvers,
      ...postingResolvers,
      ReportsResolver,
      ...restrictionResolvers,
      ...reviewResolvers,
      ...sheetResolvers,
      AuditResolver,
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    pubSub: noPubSub,
  });
}

/** Every feature's rules, type by type and field by field; a field that stands nowhere is denied. */
export const accessRules: AccessRules = mergeRules([
  sharedAccess,
  accountAccess,
  catalogueAccess,
  stockAccess,
  countingAccess,
  crewAccess,
  exchangeAccess,
  jobAccess,
  noticeAccess,
  countingPlanAccess,
  planningAccess,
  abcAccess,
  postingAccess,
  reportAccess,
  restrictionAccess,
  reviewAccess,
  investigationAccess,
  recountAccess,
  approvalAccess,
  sheetAccess,
  auditAccess,
]);

export function mergeRules(features: AccessRules[]): AccessRules {
  const merged: AccessRules = {};
  for (const rules of features)
    for (const [type, fields] of Object.entries(rules))
      merged[type] = { ...merged[type], ...fields };
  return merged;
}
