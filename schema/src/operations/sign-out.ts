import { graphql } from "../graphql.ts";

export const SignOut = graphql(`
  mutation SignOut {
    signOut {
      isSignedOut
    }
  }
`);
