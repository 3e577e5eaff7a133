import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const StartCountSession = graphql(
  `
    mutation StartCountSession($input: StartCountSessionInput!) {
      startCountSession(input: $input) {
        __typename
        ... on CountSessionStarted {
          session {
            ...CountSessionParts
          }
        }
        ... on StartCountSessionRejected {
          reason
          message
        }
      }
    }
  `,
  [CountSessionParts],
);
