import { graphql } from "../graphql.ts";

export const OrderVarianceReasons = graphql(`
  mutation OrderVarianceReasons($input: OrderVarianceReasonsInput!) {
    orderVarianceReasons(input: $input) {
      __typename
      ... on OrderVarianceReasonsRejected {
        reason
        message
      }
    }
  }
`);
