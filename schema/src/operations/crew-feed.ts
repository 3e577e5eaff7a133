import { graphql } from "../graphql.ts";

/** Who takes part in a count, whole at once and each time that changes. */
export const CrewFeed = graphql(`
  subscription CrewFeed($sessionId: ID!) {
    crewFeed(sessionId: $sessionId) {
      sessionId
      devices {
        user {
          id
          name
        }
        deviceId
        deviceName
        unsentCount
        lastScanAt
        heartbeatAt
        offlineSince
        excludedReason
      }
      claims {
        user {
          id
          name
        }
        location {
          id
          code
        }
      }
    }
  }
`);
