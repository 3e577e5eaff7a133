import { graphql } from "../graphql.ts";
import { InvitationParts } from "./invitation-parts.ts";

export const InviteUser = graphql(
  `
    mutation InviteUser($input: InviteUserInput!) {
      inviteUser(input: $input) {
        __typename
        ... on UserInvited {
          invitation {
            ...InvitationParts
          }
          token
          path
        }
        ... on InviteUserRejected {
          reason
          message
        }
      }
    }
  `,
  [InvitationParts],
);
