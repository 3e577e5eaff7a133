import { graphql } from "../graphql.ts";
import { InvitationParts } from "./invitation-parts.ts";

export const RevokeInvitation = graphql(
  `
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
      revokeInvitation(input: $input) {
        __typename
        ... on InvitationRevoked {
          invitation {
            ...InvitationParts
          }
        }
        ... on RevokeInvitationRejected {
          reason
          message
        }
      }
    }
  `,
  [InvitationParts],
);
