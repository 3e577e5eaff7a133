import { graphql } from "../graphql.ts";

/** Who takes part in a count, whole at once and each time that changes. */
export const CrewFeed = graphql(`
  subscription CrewFeed($sessionId: ID!, $seesExpected: Boolean = false) {
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
      editing @include(if: $seesExpected) {
        lineId
        part
        user {
          id
          name
        }
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
