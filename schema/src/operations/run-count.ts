import { graphql } from "../graphql.ts";

/** A count that the hand runs: planned with few choices, and begun at once. */
export const PlanRun = graphql(`
  mutation PlanRun($input: CreateCountSessionInput!) {
    createCountSession(input: $input) {
      __typename
      ... on CountSessionCreated {
        session {
          id
        }
      }
      ... on CreateCountSessionRejected {
        message
      }
    }
  }
`);

export const BeginRun = graphql(`
  mutation BeginRun($input: StartCountSessionInput!) {
    startCountSession(input: $input) {
      __typename
      ... on StartCountSessionRejected {
        message
      }
    }
  }
`);
