import { graphql } from "../graphql.ts";

export const ResolveDispute = graphql(`
  mutation ResolveDispute($input: ResolveDisputeInput!) {
    resolveDispute(input: $input) {
      __typename
      ... on ResolveDisputeRejected {
        reason
        message
      }
    }
  }
`);
