import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const ReopenCountSession = graphql(
  `
    mutation ReopenCountSession($input: CountSessionInput!) {
      reopenCountSession(input: $input) {
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
