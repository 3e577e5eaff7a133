import { graphql } from "../graphql.ts";
import { ViewerParts } from "./viewer-parts.ts";

export const AcceptInvitation = graphql(
  `
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
        __typename
        ... on InvitationAccepted {
          viewer {
            ...ViewerParts
          }
        }
        ... on AcceptInvitationRejected {
          reason
          message
        }
      }
    }
  `,
  [ViewerParts],
);
