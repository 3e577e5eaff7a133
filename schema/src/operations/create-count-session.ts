import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const CreateCountSession = graphql(
  `
    mutation CreateCountSession($input: CreateCountSessionInput!) {
      createCountSession(input: $input) {
        __typename
        ... on CountSessionCreated {
          session {
            ...CountSessionParts
          }
        }
        ... on CreateCountSessionRejected {
          reason
          message
        }
      }
    }
  `,
  [CountSessionParts],
);
