import { graphql } from "../graphql.ts";

/** What the person invited sees before signing up; needs no session. */
export const InvitationOffer = graphql(`
  query InvitationOffer($token: String!) {
    invitation(token: $token) {
      email
      name
      expiresAt
      isUsable
    }
  }
`);
