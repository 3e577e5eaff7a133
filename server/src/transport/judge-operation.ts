import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { Identity } from "../accounts/domain/identity.ts";
import { createAccessCheck } from "./access-check.ts";
import type { AccessRules } from "./access-rules.ts";
import { checkValues } from "./check-values.ts";
import { checkCost } from "./document-limits.ts";
import { givenVariables } from "./given-variables.ts";
import type { Variables } from "./is-left-out.ts";

export interface SentOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables;
  identity: Identity | null;
}

/** The one judgement that stands before every operation, however it came. Throws the refusal. */
export type JudgeOperation = (sent: SentOperation) => void;

export function createJudge(schema: GraphQLSchema, rules: AccessRules): JudgeOperation {
  const checkAccess = createAccessCheck(schema, rules);
  return ({ document, operation, variables: sent, identity }) => {
    checkValues(document, sent);
    const variables = givenVariables(operation, sent);
    checkCost(document, operation, variables);
    checkAccess({ document, operation, variables, identity });
  };
}
