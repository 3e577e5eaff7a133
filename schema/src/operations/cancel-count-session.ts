import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const CancelCountSession = graphql(
  `
    mutation CancelCountSession($input: CountSessionReasonInput!) {
      cancelCountSession(input: $input) {
        __typename
        ... on CountSessionChanged {
          session {
            ...CountSessionParts
          }
        }
        ... on ChangeCountSessionRejected {
          reason
          message
        }
      }
    }
  `,
  [CountSessionParts],
);
