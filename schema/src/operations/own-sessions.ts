import { graphql } from "../graphql.ts";

export const OwnSessions = graphql(`
  query OwnSessions {
    viewer {
      sessions {
        id
        createdAt
        lastSeenAt
        expiresAt
        ipAddress
        userAgent
        isCurrent
      }
    }
  }
`);
