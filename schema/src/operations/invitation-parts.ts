import { graphql } from "../graphql.ts";

export const InvitationParts = graphql(`
  fragment InvitationParts on Invitation {
    id
    email
    name
    roles {
      code
      name
    }
    invitedBy {
      id
      name
    }
    createdAt
    expiresAt
    status
  }
`);
