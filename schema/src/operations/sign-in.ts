import { graphql } from "../graphql.ts";
import { ViewerParts } from "./viewer-parts.ts";

export const SignIn = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        __typename
        ... on SignedIn {
          viewer {
            ...ViewerParts
          }
        }
        ... on SignInRejected {
          reason
          message
          retryAfterSeconds
        }
      }
    }
  `,
  [ViewerParts],
);
