import { graphql } from "../graphql.ts";
import { PlanningPolicyParts } from "./planning-policy-parts.ts";

export const SavePlanningPolicy = graphql(
  `
    mutation SavePlanningPolicy($input: SavePlanningPolicyInput!) {
      savePlanningPolicy(input: $input) {
        __typename
        ... on PlanningPolicySaved {
          policy {
            ...PlanningPolicyParts
          }
        }
        ... on SavePlanningPolicyRejected {
          reason
          message
        }
      }
    }
  `,
  [PlanningPolicyParts],
);
