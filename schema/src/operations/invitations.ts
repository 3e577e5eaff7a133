import { graphql } from "../graphql.ts";
import { InvitationParts } from "./invitation-parts.ts";

export const Invitations = graphql(
  `
    query Invitations($first: Int!, $after: String) {
      invitations(first: $first, after: $after) {
        nodes {
          ...InvitationParts
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [InvitationParts],
);
