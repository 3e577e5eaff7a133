import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const ResetCountSession = graphql(
  `
    mutation ResetCountSession($input: CountSessionReasonInput!) {
      resetCountSession(input: $input) {
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
