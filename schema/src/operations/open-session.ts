import { graphql } from "../graphql.ts";
import { ViewerParts } from "./viewer-parts.ts";

/** The first question a client asks: is this installation set up, and who am I? */
export const OpenSession = graphql(
  `
    query OpenSession {
      installation {
        version
        needsSetUp
        demoAccounts {
          email
          password
          name
          role
        }
      }
      viewer {
        ...ViewerParts
      }
    }
  `,
  [ViewerParts],
);
