import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const SubmitCountSession = graphql(
  `
    mutation SubmitCountSession($input: CountSessionInput!) {
      submitCountSession(input: $input) {
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
