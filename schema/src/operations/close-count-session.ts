import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const CloseCountSession = graphql(
  `
    mutation CloseCountSession($input: CloseCountSessionInput!) {
      closeCountSession(input: $input) {
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
